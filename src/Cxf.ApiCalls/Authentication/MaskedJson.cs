using System.Buffers;
using System.Text;
using System.Text.Json;
using Cxf.ApiCalls.Answers;

namespace Cxf.ApiCalls.Authentication;

/// <summary>Writes a JSON value again with its texts masked. A number that contains a secret becomes a masked text.</summary>
internal static class MaskedJson
{
    public static JsonElement Rewrite(ReadOnlySpan<byte> raw, EchoMask mask)
    {
        var bytes = new ArrayBufferWriter<byte>(raw.Length);
        using (var writer = new Utf8JsonWriter(bytes, ApiCallAnswer.WriterOptions))
        {
            var reader = new Utf8JsonReader(raw);
            while (reader.Read())
            {
                Write(ref reader, writer, mask);
            }
        }

        return JsonElement.Parse(bytes.WrittenSpan);
    }

    private static void Write(ref Utf8JsonReader reader, Utf8JsonWriter writer, EchoMask mask)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                writer.WriteEndArray();
                break;
            case JsonTokenType.PropertyName:
                writer.WritePropertyName(mask.Apply(reader.GetString()!));
                break;
            case JsonTokenType.String:
                writer.WriteStringValue(mask.Apply(reader.GetString()!));
                break;
            case JsonTokenType.Number when mask.Finds(Encoding.UTF8.GetString(reader.ValueSpan)):
                writer.WriteStringValue(mask.Apply(Encoding.UTF8.GetString(reader.ValueSpan)));
                break;
            default:
                writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                break;
        }
    }
}
