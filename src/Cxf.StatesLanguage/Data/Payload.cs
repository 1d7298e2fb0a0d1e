using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Cxf.StatesLanguage.Data;

/// <summary>
/// A JSON document that travels between states: its exact UTF-8 text, and the tree that is parsed only when something reads a
/// part of it. Step Functions passes text on unchanged, so a document that no state touches keeps its key order and the form of
/// its numbers.
/// </summary>
public sealed class Payload
{
    private static readonly SearchValues<byte> WhiteSpace = SearchValues.Create(" \t\r\n"u8);

    // A reference and not a ReadOnlyMemory: readers of a history race with the run, and a reference is never half written.
    private byte[]? _text;
    private JsonElement _tree;

    private Payload(byte[]? text, JsonElement tree)
    {
        _text = text;
        _tree = tree;
    }

    /// <summary>The empty object, which is an execution's input when none is given.</summary>
    public static Payload EmptyObject { get; } = FromValidText("{}"u8.ToArray());

    /// <summary>The JSON null.</summary>
    public static Payload Null { get; } = FromValidText("null"u8.ToArray());

    /// <summary>The document's text.</summary>
    public ReadOnlyMemory<byte> Utf8 => _text ??= JsonMarshal.GetRawUtf8Value(_tree).ToArray();

    /// <summary>The document's text, not to be kept.</summary>
    internal ReadOnlySpan<byte> Text => _text ?? JsonMarshal.GetRawUtf8Value(_tree);

    /// <summary>The document as a tree.</summary>
    public JsonElement Tree
    {
        get
        {
            if (_tree.ValueKind == JsonValueKind.Undefined)
            {
                _tree = JsonText.Parse(_text);
            }

            return _tree;
        }
    }

    /// <summary>Length of the text in bytes, the size that service limits count.</summary>
    public int Length => _text?.Length ?? JsonMarshal.GetRawUtf8Value(_tree).Length;

    /// <summary>A text, checked to be JSON.</summary>
    /// <exception cref="JsonException">The text is not one JSON value.</exception>
    public static Payload Parse(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        JsonText.Check(bytes);
        return FromValidText(bytes);
    }

    /// <summary>UTF-8 text, checked to be JSON.</summary>
    /// <exception cref="JsonException">The text is not one JSON value.</exception>
    public static Payload Parse(ReadOnlySpan<byte> utf8)
    {
        JsonText.Check(utf8);
        return FromValidText(utf8.ToArray());
    }

    /// <summary>A part of another document, sharing its memory.</summary>
    public static Payload Of(JsonElement element) => new(null, element);

    /// <summary>The same value in one line; itself where the text has no white space at all.</summary>
    internal Payload WithoutSpacing() => Utf8.Span.IndexOfAny(WhiteSpace) < 0 ? this : Compact(Tree);

    /// <inheritdoc/>
    public override string ToString() => Encoding.UTF8.GetString(Utf8.Span);

    internal static Payload FromValidText(byte[] utf8) => new(utf8, default);

    /// <summary>Writes the document with its text unchanged.</summary>
    internal void WriteTo(Utf8JsonWriter json) => json.WriteRawValue(Utf8.Span, skipInputValidation: true);

    /// <summary>A value without insignificant white space.</summary>
    internal static Payload Compact(JsonElement value)
    {
        using var writer = PayloadWriter.Rent();
        value.WriteTo(writer.Json);
        return writer.ToPayload();
    }

    /// <summary>An array of documents, each with its text unchanged.</summary>
    internal static Payload ArrayOf(IEnumerable<Payload> items) => ArrayOf(items, static (item, json) => item.WriteTo(json));

    internal static Payload ArrayOf(IEnumerable<JsonElement> items) => ArrayOf(items, static (item, json) => item.WriteTo(json));

    private static Payload ArrayOf<T>(IEnumerable<T> items, Action<T, Utf8JsonWriter> write)
    {
        using var writer = PayloadWriter.Rent();
        writer.Json.WriteStartArray();
        foreach (var item in items)
        {
            write(item, writer.Json);
        }

        writer.Json.WriteEndArray();
        return writer.ToPayload();
    }

    internal static Payload FromString(string text)
    {
        using var writer = PayloadWriter.Rent();
        writer.Json.WriteStringValue(text);
        return writer.ToPayload();
    }
}
