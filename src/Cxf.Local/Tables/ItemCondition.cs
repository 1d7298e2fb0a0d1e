using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cxf.Local.Tables;

/// <summary>
/// The part of DynamoDB's condition and key expressions that the product writes: <c>attribute_exists</c>,
/// <c>attribute_not_exists</c>, <c>begins_with</c>, equality and <c>&lt;=</c> of numbers, joined by AND within OR. Anything else is refused, never ignored.
/// </summary>
internal static partial class ItemCondition
{
    /// <summary>Whether an item meets an expression.</summary>
    /// <param name="expression">The expression; null is met by everything.</param>
    /// <param name="item">The item; null when there is none.</param>
    /// <param name="request">The request, for its names and values.</param>
    /// <exception cref="TableException">The expression is not understood.</exception>
    public static bool IsMet(string? expression, JsonObject? item, JsonObject request) =>
        expression is null
        || expression.Split(" OR ").Any(either => either.Split(" AND ").All(term => IsTermMet(term.Trim(), item, request)));

    /// <summary>The attribute that an expression's name stands for.</summary>
    public static string NameOf(string text, JsonObject request) =>
        text.StartsWith('#')
            ? request["ExpressionAttributeNames"]?[text]?.GetValue<string>()
                ?? throw TableException.Validation($"{text} is not defined.")
            : text;

    /// <summary>The value that an expression's placeholder stands for.</summary>
    public static JsonNode ValueOf(string text, JsonObject request) =>
        request["ExpressionAttributeValues"]?[text] ?? throw TableException.Validation($"{text} is not defined.");

    /// <summary>A number attribute's value; 0 when there is none.</summary>
    public static long NumberOf(JsonNode? attribute) =>
        attribute is null ? 0 : long.Parse(attribute["N"]!.GetValue<string>(), CultureInfo.InvariantCulture);

    private static bool IsTermMet(string term, JsonObject? item, JsonObject request)
    {
        if (Function().Match(term) is { Success: true } function)
        {
            var attribute = item?[NameOf(function.Groups["name"].Value, request)];
            return function.Groups["function"].Value switch
            {
                "attribute_exists" => attribute is not null,
                "attribute_not_exists" => attribute is null,
                _ => attribute
                    ?["S"]?.GetValue<string>()
                    .StartsWith(ValueOf(function.Groups["value"].Value, request)["S"]!.GetValue<string>()) == true,
            };
        }

        if (AtMost().Match(term) is { Success: true } bound)
        {
            return item?[NameOf(bound.Groups["name"].Value, request)] is { } number
                && NumberOf(number) <= NumberOf(ValueOf(bound.Groups["value"].Value, request));
        }

        if (Equality().Match(term) is { Success: true } equality)
        {
            return JsonNode.DeepEquals(
                item?[NameOf(equality.Groups["name"].Value, request)],
                ValueOf(equality.Groups["value"].Value, request)
            );
        }

        throw TableException.Validation($"The local tables do not understand \"{term}\".");
    }

    [GeneratedRegex(@"^(?<function>attribute_exists|attribute_not_exists|begins_with)\((?<name>#?\w+)(?:, (?<value>:\w+))?\)$")]
    private static partial Regex Function();

    [GeneratedRegex(@"^(?<name>#?\w+) = (?<value>:\w+)$")]
    private static partial Regex Equality();

    [GeneratedRegex(@"^(?<name>#?\w+) <= (?<value>:\w+)$")]
    private static partial Regex AtMost();
}
