using System.Text.Json;

namespace Cxf.Flows.Contracts;

/// <summary>
/// What is wrong with one value by its schema, its members and items aside. No message holds the value, which may be personal.
/// </summary>
internal static class ValueProblems
{
    /// <summary>How many of the values that a contract allows a message names.</summary>
    private const int MaxShown = 20;

    /// <summary>The problem of a missing required member.</summary>
    public const string Missing = "is missing";

    /// <summary>The problem of a member that the schema does not allow.</summary>
    public const string UnknownField = "is not a field of this flow";

    /// <summary>That the value is of another type; null when it is of the right one.</summary>
    public static string? OfType(ContractSchema schema, JsonElement value) =>
        HasType(schema.Type, value) ? null : $"must be {Describe(schema.Type)}";

    /// <summary>That it is none of the allowed values.</summary>
    public static IEnumerable<string> OfChoice(ContractSchema schema, JsonElement value)
    {
        if (schema.Allowed is { } allowed && !allowed.Any(choice => JsonElement.DeepEquals(choice, value)))
        {
            yield return $"must be {OneOf(allowed)}";
        }
    }

    /// <summary>That it is too long or too short, too large or too small, or matches no pattern.</summary>
    public static IEnumerable<string> OfBounds(ContractSchema schema, JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => OfLength(schema.ItemCount, value.GetArrayLength(), "items"),
            JsonValueKind.String => OfText(schema, value.GetString()!),
            JsonValueKind.Number => OfNumber(schema, value.GetDouble()),
            _ => [],
        };

    /// <summary>A type in words, after "must be".</summary>
    public static string Describe(ContractType type) =>
        type switch
        {
            ContractType.Object => "an object",
            ContractType.Array => "an array",
            ContractType.String => "text",
            ContractType.Number => "a number",
            ContractType.Integer => "a whole number",
            _ => "true or false",
        };

    private static IEnumerable<string> OfText(ContractSchema schema, string text)
    {
        var problems = OfLength(schema.Length, text.EnumerateRunes().Count(), "characters");
        return schema.Pattern is { } pattern && !pattern.IsFoundIn(text)
            ? problems.Append($"must match the pattern {pattern}")
            : problems;
    }

    private static IEnumerable<string> OfLength((int Min, int Max) bounds, int length, string unit)
    {
        if (length < bounds.Min || length > bounds.Max)
        {
            yield return $"must have {Between(bounds.Min, bounds.Max, int.MaxValue)} {unit}";
        }
    }

    private static IEnumerable<string> OfNumber(ContractSchema schema, double number)
    {
        if (number < schema.Range.Min || number > schema.Range.Max)
        {
            yield return $"must be {Between(schema.Range.Min, schema.Range.Max, double.PositiveInfinity)}";
        }
    }

    private static bool HasType(ContractType type, JsonElement value) =>
        type switch
        {
            ContractType.Object => value.ValueKind == JsonValueKind.Object,
            ContractType.Array => value.ValueKind == JsonValueKind.Array,
            ContractType.String => value.ValueKind == JsonValueKind.String,
            ContractType.Number => value.ValueKind == JsonValueKind.Number,
            ContractType.Integer => value.ValueKind == JsonValueKind.Number && double.IsInteger(value.GetDouble()),
            ContractType.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            _ => true,
        };

    private static string OneOf(IReadOnlyList<JsonElement> allowed) =>
        allowed.Count == 1
            ? allowed[0].GetRawText()
            : "one of "
                + string.Join(", ", allowed.Take(MaxShown).Select(choice => choice.GetRawText()))
                + (allowed.Count > MaxShown ? ", …" : "");

    private static string Between<T>(T min, T max, T unbounded)
        where T : IComparable<T> => max.CompareTo(unbounded) == 0 ? $"at least {min}" : $"{min} to {max}";
}
