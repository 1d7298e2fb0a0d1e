using System.Text.Json;

namespace Cxf.StatesLanguage.Data;

/// <summary>Arrays put together from documents, whose text stays as it is.</summary>
internal static class JsonArrays
{
    public static Payload Of(IReadOnlyList<Payload> items)
    {
        using var writer = PayloadWriter.Rent();
        writer.Json.WriteStartArray();
        foreach (var item in items)
        {
            writer.Json.WriteRawValue(item.Utf8.Span, skipInputValidation: true);
        }

        writer.Json.WriteEndArray();
        return writer.ToPayload();
    }

    public static JsonElement Of(IEnumerable<JsonElement> values)
    {
        using var writer = PayloadWriter.Rent();
        writer.Json.WriteStartArray();
        foreach (var value in values)
        {
            value.WriteTo(writer.Json);
        }

        writer.Json.WriteEndArray();
        return writer.ToPayload().Tree;
    }
}
