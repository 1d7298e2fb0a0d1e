using System.Text.Json;

namespace Cxf.Flows.Contracts;

/// <summary>
/// Contact flows deliver only strings. Where a contract asks for a number or a boolean, a string that is exactly such a
/// JSON literal is converted: <c>"5"</c> is 5, but <c>"05"</c>, <c>" 5"</c> and <c>"5 pieces"</c> stay text and are refused.
/// </summary>
internal static class LiteralConversion
{
    // Longer than any number that keeps its meaning as a double.
    private const int MaxLiteralLength = 32;

    public static JsonElement Apply(ContractType type, JsonElement value)
    {
        if (
            value.ValueKind != JsonValueKind.String
            || type is not (ContractType.Number or ContractType.Integer or ContractType.Boolean)
        )
        {
            return value;
        }

        // JSON's own parser decides what a literal is, except that it forgives spaces around one.
        var text = value.GetString()!;
        if (text.Length is 0 or > MaxLiteralLength || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
        {
            return value;
        }

        try
        {
            var literal = JsonElement.Parse(text);
            return Fits(type, literal) ? literal : value;
        }
        catch (JsonException)
        {
            return value;
        }
    }

    private static bool Fits(ContractType type, JsonElement literal) =>
        type == ContractType.Boolean
            ? literal.ValueKind is JsonValueKind.True or JsonValueKind.False
            : literal.ValueKind == JsonValueKind.Number;
}
