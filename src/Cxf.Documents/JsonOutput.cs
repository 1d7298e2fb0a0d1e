using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cxf.Documents;

/// <summary>JSON that a function writes with a <see cref="Utf8JsonWriter"/>, as bytes, text or a value.</summary>
public static class JsonOutput
{
    /// <summary>
    /// Text is escaped only where JSON demands it; the default also escapes quotes of HTML and everything beyond ASCII.
    /// </summary>
    public static JsonWriterOptions Relaxed { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The written JSON in UTF-8.</summary>
    /// <param name="write">Writes one value.</param>
    /// <param name="options">How it is written. Default: on one line, with everything beyond ASCII escaped.</param>
    public static ReadOnlyMemory<byte> Utf8(Action<Utf8JsonWriter> write, JsonWriterOptions options = default)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            write(writer);
        }

        return buffer.WrittenMemory;
    }

    /// <summary>The written JSON as text.</summary>
    /// <param name="write">Writes one value.</param>
    /// <param name="options">How it is written. Default: on one line, with everything beyond ASCII escaped.</param>
    public static string Text(Action<Utf8JsonWriter> write, JsonWriterOptions options = default) =>
        Encoding.UTF8.GetString(Utf8(write, options).Span);

    /// <summary>The written JSON as a value.</summary>
    /// <param name="write">Writes one value.</param>
    /// <param name="options">How it is written. Default: on one line, with everything beyond ASCII escaped.</param>
    public static JsonElement Element(Action<Utf8JsonWriter> write, JsonWriterOptions options = default) =>
        JsonElement.Parse(Utf8(write, options).Span);
}
