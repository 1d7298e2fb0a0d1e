using System.Text.Json;

namespace Cxf.Graphs.Reading;

/// <summary>Reads members of documents that may be wrong: what does not have the expected type is treated as missing.</summary>
internal static class JsonMembers
{
    /// <summary>A member of an object; undefined if the object does not have it.</summary>
    public static JsonElement Get(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : default;

    /// <summary>A member's text; null if it is not text.</summary>
    public static string? Text(this JsonElement json, string name) =>
        json.Get(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>The members of an object; of two with one name, the first. None for other values.</summary>
    public static IEnumerable<JsonProperty> Members(this JsonElement json) =>
        json.ValueKind == JsonValueKind.Object ? json.EnumerateObject().DistinctBy(member => member.Name) : [];

    /// <summary>The items of a list; none for other values.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json) =>
        json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : [];

    /// <summary>
    /// A value as its author wrote it, in one line: text without its quotes, an expression without its marks; empty if missing.
    /// </summary>
    public static string Written(this JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Undefined)
        {
            return "";
        }

        var text = json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText();
        text = text.StartsWith("{%") && text.EndsWith("%}") && text.Length >= 4 ? text[2..^2] : text;
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
