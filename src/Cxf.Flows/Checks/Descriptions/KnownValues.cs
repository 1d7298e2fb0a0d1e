using System.Text.Json;
using Cxf.Flows.Contracts;
using Cxf.Jsonata;

namespace Cxf.Flows.Checks.Descriptions;

/// <summary>
/// The values that an expression can give where it gives nothing else: literals, choices of them, an enum of the payload.
/// </summary>
internal static class KnownValues
{
    /// <summary>The values; null if they are not all known.</summary>
    public static IReadOnlyList<JsonElement>? Of(JsonataSyntax expression, ContractSchema payload) =>
        expression switch
        {
            { Kind: JsonataSyntaxKind.String or JsonataSyntaxKind.Number or JsonataSyntaxKind.Constant } => [Literal(expression)],
            { Kind: JsonataSyntaxKind.Block, Parts: [var only] } => Of(only, payload),
            { Kind: JsonataSyntaxKind.Condition, Parts: [_, var then, var otherwise] } => (
                Of(then, payload),
                Of(otherwise, payload)
            )
                is ({ } one, { } other)
                ? [.. one, .. other]
                : null,
            {
                Kind: JsonataSyntaxKind.Path,
                Parts: [
                    { Kind: JsonataSyntaxKind.Variable, Name: "payload" },
                    { Kind: JsonataSyntaxKind.Field, Name: { } field } step,
                ]
            } when step.Predicates.Count == 0 => payload.Properties.GetValueOrDefault(field)?.Allowed,
            _ => null,
        };

    private static JsonElement Literal(JsonataSyntax literal) =>
        literal.Kind == JsonataSyntaxKind.String
            ? JsonElement.Parse($"\"{JsonEncodedText.Encode(literal.Value.GetString())}\"")
            : JsonElement.Parse(literal.Value.ToString());
}
