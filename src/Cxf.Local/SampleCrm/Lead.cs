using System.Text.Json;

namespace Cxf.Local.SampleCrm;

/// <summary>One lead as the CRM keeps it.</summary>
/// <param name="Id">The number that is read to the caller, such as <c>L-1001</c>.</param>
/// <param name="RecordType">The kind of record.</param>
/// <param name="CreatedAt">When it was taken down.</param>
/// <param name="Fields">Everything the request said, in its order.</param>
internal sealed record Lead(string Id, string RecordType, DateTimeOffset CreatedAt, JsonElement Fields)
{
    /// <summary>Whether the request said this text for this field.</summary>
    public bool Has(string field, string text) =>
        Fields.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String && value.ValueEquals(text);

    /// <summary>Writes the lead as the API answers it: its own members first, then what the request said.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("id", Id);
        writer.WriteString("recordType", RecordType);
        writer.WriteString("status", "new");
        writer.WriteString("createdAt", CreatedAt);
        foreach (
            var field in Fields
                .EnumerateObject()
                .Where(field => field.Name is not ("id" or "recordType" or "status" or "createdAt"))
        )
        {
            field.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
