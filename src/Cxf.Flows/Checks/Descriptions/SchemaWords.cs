using System.Text.Json;
using Cxf.Jsonata;

namespace Cxf.Flows.Checks.Descriptions;

/// <summary>The types of a described value in words, and as kinds of values.</summary>
internal static class SchemaWords
{
    /// <summary>How many allowed values a message names.</summary>
    private const int MaxShown = 20;

    /// <summary>What words follow "must be".</summary>
    public static string Describe(IEnumerable<string> types) =>
        string.Join(
            " or ",
            types.Select(type =>
                type switch
                {
                    "object" => "an object",
                    "array" => "an array",
                    "string" => "text",
                    "integer" => "a whole number",
                    "number" => "a number",
                    "boolean" => "true or false",
                    _ => type,
                }
            )
        );

    /// <summary>The kinds of values that fit the types.</summary>
    /// <param name="types">The types.</param>
    /// <param name="isText">Whether the value is written as text, so that a text may be a number.</param>
    public static JsonataKinds KindsOf(IEnumerable<string> types, bool isText) =>
        types.Aggregate(JsonataKinds.None, (kinds, type) => kinds | KindsOf(type, isText));

    /// <summary>Allowed values as a list.</summary>
    public static string OneOf(IReadOnlyList<JsonElement> allowed) =>
        allowed.Count == 1
            ? allowed[0].GetRawText()
            : "one of "
                + string.Join(", ", allowed.Take(MaxShown).Select(choice => choice.GetRawText()))
                + (allowed.Count > MaxShown ? ", …" : "");

    private static JsonataKinds KindsOf(string type, bool isText) =>
        type switch
        {
            "object" => JsonataKinds.Object,
            "array" when isText => JsonataKinds.Array | JsonataKinds.Scalar,
            "array" => JsonataKinds.Array,
            "string" => isText ? JsonataKinds.Scalar : JsonataKinds.String,
            "integer" or "number" => isText ? JsonataKinds.Number | JsonataKinds.String : JsonataKinds.Number,
            "boolean" => isText ? JsonataKinds.Boolean | JsonataKinds.String : JsonataKinds.Boolean,
            "null" => JsonataKinds.Null,
            _ => JsonataKinds.Any,
        };
}
