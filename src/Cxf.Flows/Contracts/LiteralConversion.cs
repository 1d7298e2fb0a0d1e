using System.Text;
using System.Text.Json;
using Cxf.Documents;

namespace Cxf.Flows.Contracts;

/// <summary>
/// Contact flows deliver only strings. Where a contract asks for a number, a boolean, a list or an object, a string that is
/// exactly the JSON text of one is converted: <c>"5"</c> is 5, but <c>"05"</c>, <c>" 5"</c> and <c>"5 pieces"</c> stay text and
/// are refused.
/// </summary>
internal static class LiteralConversion
{
    // Longer than any number that keeps its meaning as a double.
    private const int MaxLiteralLength = 32;

    // As deep as a payload that comes as text.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 60 };

    public static JsonElement Apply(ContractType type, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String || type is ContractType.Any or ContractType.String)
        {
            return value;
        }

        // JSON's own parser decides what a literal is, except that it forgives spaces around one.
        var text = value.GetString()!;
        var isList = type is ContractType.Array or ContractType.Object;
        if (
            text.Length == 0
            || (isList ? text[0] is not ('[' or '{') : text.Length > MaxLiteralLength)
            || char.IsWhiteSpace(text[0])
            || char.IsWhiteSpace(text[^1])
        )
        {
            return value;
        }

        try
        {
            var utf8 = Encoding.UTF8.GetBytes(text);
            var literal = JsonElement.Parse(utf8, Options);
            return Fits(type, literal) && (!isList || JsonUnicode.IsValid(utf8)) ? literal : value;
        }
        catch (JsonException)
        {
            return value;
        }
    }

    private static bool Fits(ContractType type, JsonElement literal) =>
        type switch
        {
            ContractType.Boolean => literal.ValueKind is JsonValueKind.True or JsonValueKind.False,
            ContractType.Array => literal.ValueKind == JsonValueKind.Array,
            ContractType.Object => literal.ValueKind == JsonValueKind.Object,
            _ => literal.ValueKind == JsonValueKind.Number,
        };
}
