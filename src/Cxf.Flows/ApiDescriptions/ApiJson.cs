using System.Text.Json;

namespace Cxf.Flows.ApiDescriptions;

/// <summary>
/// Reads members of a stored description. What is missing or of another type counts as not given: a description can have been
/// changed by hand, and a check must not fail because of it.
/// </summary>
internal static class ApiJson
{
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    public static JsonElement? Member(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) ? member : null;

    public static JsonElement Object(JsonElement value, string name) =>
        Member(value, name) is { ValueKind: JsonValueKind.Object } member ? member : Nothing;

    public static string? Text(JsonElement value, string name) =>
        Member(value, name) is { ValueKind: JsonValueKind.String } member ? member.GetString() : null;

    public static bool Flag(JsonElement value, string name) => Member(value, name) is { ValueKind: JsonValueKind.True };

    public static double? Number(JsonElement value, string name) =>
        Member(value, name) is { ValueKind: JsonValueKind.Number } member && member.TryGetDouble(out var number) ? number : null;

    public static IEnumerable<JsonProperty> Members(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : [];

    public static IEnumerable<JsonElement> Items(JsonElement value, string name) =>
        Member(value, name) is { ValueKind: JsonValueKind.Array } member ? member.EnumerateArray() : [];

    public static IEnumerable<string> Texts(JsonElement value, string name) =>
        Items(value, name).Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!);
}
