using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cxf.Functions.Runs;

/// <summary>
/// One text for one JSON value: members sorted by name, no spaces, everything else as received. Two events that differ only in
/// the order of their members request the same run.
/// </summary>
public static class CanonicalJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>Writes the canonical text of a value.</summary>
    public static void Write(JsonElement value, IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output, Options);
        Write(value, writer);
    }

    private static void Write(JsonElement value, Utf8JsonWriter writer)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    Write(member.Value, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(item, writer);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
