using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Jsonata.Limits;

namespace Cxf.Jsonata.Values;

/// <summary>Values as JSON through a <see cref="Utf8JsonWriter"/>.</summary>
internal static class JsonWriting
{
    public static void Write(in JsonataValue value, Utf8JsonWriter writer)
    {
        switch (value.Kind)
        {
            case JsonataKind.Number:
                WriteNumber(value.Number, writer);
                break;
            case JsonataKind.String:
                WriteString(value, writer);
                break;
            case JsonataKind.Boolean:
                writer.WriteBooleanValue(ReferenceEquals(value.Reference, ValueTag.True));
                break;
            case JsonataKind.Array:
                WriteArray(value, writer);
                break;
            case JsonataKind.Object:
                WriteObject(value, writer);
                break;
            case JsonataKind.Function:
                writer.WriteStringValue("");
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    public static JsonElement ToElement(in JsonataValue value)
    {
        if (value.IsUndefined)
        {
            return default;
        }

        if (
            value.Reference is ValueTag tag
            && (tag == ValueTag.ElementString || tag == ValueTag.ElementArray || tag == ValueTag.ElementObject)
        )
        {
            return value.Element;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(value, writer);
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    /// <summary>A copy of a document.</summary>
    public static JsonElement ToElement(JsonNode node)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            node.WriteTo(writer);
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private static void WriteNumber(double number, Utf8JsonWriter writer)
    {
        if (!double.IsFinite(number))
        {
            writer.WriteNullValue();
            return;
        }

        Span<char> text = stackalloc char[NumberText.MaxLength];
        var length = NumberText.Format(number, text);
        Span<byte> ascii = stackalloc byte[NumberText.MaxLength];
        System.Text.Encoding.ASCII.GetBytes(text[..length], ascii);
        writer.WriteRawValue(ascii[..length], skipInputValidation: true);
    }

    private static void WriteString(in JsonataValue value, Utf8JsonWriter writer)
    {
        if (value.Reference is string text)
        {
            writer.WriteStringValue(WellFormed(text));
            return;
        }

        var raw = ElementText.Raw(value.Element);
        if (raw.IndexOf((byte)'\\') < 0)
        {
            writer.WriteStringValue(raw);
        }
        else
        {
            writer.WriteStringValue(WellFormed(ElementText.Decode(raw)));
        }
    }

    private static void WriteArray(in JsonataValue value, Utf8JsonWriter writer)
    {
        StackGuard.Check();
        writer.WriteStartArray();
        var items = new ArrayCursor(value);
        while (items.MoveNext())
        {
            Write(items.Current, writer);
        }

        writer.WriteEndArray();
    }

    private static void WriteObject(in JsonataValue value, Utf8JsonWriter writer)
    {
        StackGuard.Check();
        writer.WriteStartObject();
        var properties = new PropertyList(value);
        for (var at = 0; at < properties.Count; at++)
        {
            writer.WritePropertyName(WellFormed(properties.NameAt(at)));
            Write(properties.ValueAt(at), writer);
        }

        writer.WriteEndObject();
    }

    /// <summary>UTF-8 cannot represent half of a surrogate pair: it becomes U+FFFD, as in decoders.</summary>
    private static string WellFormed(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]))
            {
                return System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
            }
        }

        return text;
    }
}
