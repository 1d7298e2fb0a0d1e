using System.Text;
using System.Text.Json;

namespace Cxf.Flows.Contracts;

/// <summary>
/// Contact flows deliver only strings. Where a contract asks for a number or a boolean, a string that is exactly such a
/// JSON literal stands for it: <c>"5"</c> is 5, but <c>"05"</c>, <c>" 5"</c> and <c>"5 pieces"</c> stay text and are refused.
/// </summary>
internal static class LiteralConversion
{
    public static JsonElement Apply(ContractType type, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String || type is not (ContractType.Number or ContractType.Integer or ContractType.Boolean))
        {
            return value;
        }

        var text = value.GetString()!;
        if (text.Length is 0 or > 32 || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
        {
            return value;
        }

        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        return JsonElement.TryParseValue(ref reader, out var literal) && Fits(type, literal!.Value) ? literal.Value : value;
    }

    private static bool Fits(ContractType type, JsonElement literal) =>
        type == ContractType.Boolean
            ? literal.ValueKind is JsonValueKind.True or JsonValueKind.False
            : literal.ValueKind == JsonValueKind.Number;
}
