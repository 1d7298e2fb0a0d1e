using System.Text.Json;

namespace Cxf.StatesLanguage.JsonPath.Paths;

/// <summary>
/// A comparison of a filter. The operators are those of AWS's path library (Jayway JsonPath): a number equals the string that
/// prints it, a missing value equals only another missing value, and only numbers or strings have an order.
/// </summary>
internal sealed class FilterComparison(FilterOperand left, string comparison, FilterOperand right) : FilterCondition
{
    /// <summary>The operators; each comes before those that are a prefix of it.</summary>
    public static IReadOnlyList<string> Operators { get; } =
    ["==", "!=", "<=", ">=", "<", ">", "in", "nin", "contains", "size", "empty"];

    public override bool Holds(JsonElement element, JsonElement root)
    {
        var (one, other) = (left.Of(element, root), right.Of(element, root));
        return comparison switch
        {
            "==" => Same(one, other),
            "!=" => !Same(one, other),
            "in" => Has(other, one),
            "nin" => other is { ValueKind: JsonValueKind.Array } && !Has(other, one),
            "contains" => one is { ValueKind: JsonValueKind.String } text && other is { ValueKind: JsonValueKind.String } part
                ? text.GetString()!.Contains(part.GetString()!, StringComparison.Ordinal)
                : Has(one, other),
            "size" => SizeOf(one) is { } size
                && other is { ValueKind: JsonValueKind.Number } number
                && size == number.GetDouble(),
            "empty" => SizeOf(one) is { } count
                && other is { } expected
                && (count == 0) == (expected.ValueKind == JsonValueKind.True),
            _ => Ordered(Order(one, other)),
        };
    }

    private bool Ordered(int? order) =>
        comparison switch
        {
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            _ => order >= 0,
        };

    private static bool Has(JsonElement? list, JsonElement? item) =>
        list is { ValueKind: JsonValueKind.Array } array && array.EnumerateArray().Any(each => Same(each, item));

    private static int? SizeOf(JsonElement? value) =>
        value?.ValueKind switch
        {
            JsonValueKind.Array => value.Value.GetArrayLength(),
            JsonValueKind.Object => value.Value.GetPropertyCount(),
            JsonValueKind.String => value.Value.GetString()!.Length,
            _ => null,
        };

    private static bool Same(JsonElement? one, JsonElement? other)
    {
        if (one is not { } left || other is not { } right)
        {
            return one is null && other is null;
        }

        return (left.ValueKind, right.ValueKind) switch
        {
            (JsonValueKind.Number, JsonValueKind.String) => left.GetRawText() == right.GetString(),
            (JsonValueKind.String, JsonValueKind.Number) => left.GetString() == right.GetRawText(),
            _ => JsonElement.DeepEquals(left, right),
        };
    }

    private static int? Order(JsonElement? one, JsonElement? other) =>
        (one?.ValueKind, other?.ValueKind) switch
        {
            (JsonValueKind.Number, JsonValueKind.Number) => one!.Value.GetDouble().CompareTo(other!.Value.GetDouble()),
            (JsonValueKind.String, JsonValueKind.String) => string.CompareOrdinal(
                one!.Value.GetString(),
                other!.Value.GetString()
            ),
            _ => null,
        };
}
