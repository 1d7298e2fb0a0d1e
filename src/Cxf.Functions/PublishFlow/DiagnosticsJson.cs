using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Cxf.Documents;

namespace Cxf.Functions.PublishFlow;

/// <summary>Diagnostics as a JSON array: <c>[{code, severity, pointer, line, column, message, fix}]</c>.</summary>
public static class DiagnosticsJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The array as text, as it is kept beside a draft.</summary>
    public static string Text(IReadOnlyList<Diagnostic> diagnostics)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            Write(writer, diagnostics);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes the array.</summary>
    public static void Write(Utf8JsonWriter writer, IEnumerable<Diagnostic> diagnostics)
    {
        writer.WriteStartArray();
        foreach (var diagnostic in diagnostics)
        {
            writer.WriteStartObject();
            writer.WriteString("code", diagnostic.Code);
            writer.WriteString("severity", diagnostic.Severity.ToString().ToLowerInvariant());
            writer.WriteString("pointer", diagnostic.Pointer);
            writer.WriteNumber("line", diagnostic.Line);
            writer.WriteNumber("column", diagnostic.Column);
            writer.WriteString("message", diagnostic.Message);
            writer.WriteString("fix", diagnostic.Fix);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
