using System.Text.Json;

namespace Cxf.Documents;

/// <summary>
/// Reads members of JSON that may be wrong: what is missing or has another type counts as not given. Where that is to be
/// reported, a <see cref="JsonCursor"/> reads.
/// </summary>
public static class JsonMembers
{
    /// <summary>A member of an object; undefined if the value has no such member.</summary>
    public static JsonElement Get(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : default;

    /// <summary>A member of an object; null if the value has no such member.</summary>
    public static JsonElement? Member(this JsonElement json, string name) =>
        json.Get(name) is { ValueKind: not JsonValueKind.Undefined } value ? value : null;

    /// <summary>A member's text; null if it is not text.</summary>
    public static string? Text(this JsonElement json, string name) =>
        json.Get(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>A value as text: that of a text, and of anything else its JSON.</summary>
    public static string AsText(this JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText();

    /// <summary>Whether a member is true.</summary>
    public static bool Flag(this JsonElement json, string name) => json.Get(name).ValueKind == JsonValueKind.True;

    /// <summary>A member's number; null if it is not a number.</summary>
    public static double? Number(this JsonElement json, string name) =>
        json.Get(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var number) ? number : null;

    /// <summary>The members of an object, those with one name, too; none for other values.</summary>
    public static IEnumerable<JsonProperty> Members(this JsonElement json) =>
        json.ValueKind == JsonValueKind.Object ? json.EnumerateObject() : [];

    /// <summary>The items of a list; none for other values.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json) =>
        json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : [];

    /// <summary>The items of a list that are text; none for other values.</summary>
    public static IEnumerable<string> Texts(this JsonElement json) =>
        json.Items().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!);

    /// <summary>The value at a pointer (RFC 6901); undefined if the value has no such place.</summary>
    public static JsonElement At(this JsonElement json, string pointer) =>
        pointer
            .Split('/')
            .Skip(1)
            .Aggregate(
                json,
                (found, part) =>
                    found.ValueKind == JsonValueKind.Array
                        ? int.TryParse(part, out var index) && index >= 0 && index < found.GetArrayLength()
                            ? found[index]
                            : default
                        : found.Get(JsonPointer.Unescape(part))
            );
}
