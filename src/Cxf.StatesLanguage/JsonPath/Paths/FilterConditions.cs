using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cxf.StatesLanguage.JsonPath.Paths;

/// <summary>A condition of a filter on one element.</summary>
internal abstract class FilterCondition
{
    public abstract bool Holds(JsonElement element);
}

/// <summary>How conditions are combined.</summary>
internal enum CombinationKind
{
    And,
    Or,
    Not,
}

/// <summary><c>&amp;&amp;</c>, <c>||</c> and <c>!</c>.</summary>
internal sealed class FilterCombination(CombinationKind kind, IReadOnlyList<FilterCondition> conditions) : FilterCondition
{
    public override bool Holds(JsonElement element) =>
        kind switch
        {
            CombinationKind.And => conditions.All(condition => condition.Holds(element)),
            CombinationKind.Or => conditions.Any(condition => condition.Holds(element)),
            _ => !conditions[0].Holds(element),
        };
}

/// <summary>Whether a path finds something, <c>[?(@.a)]</c>.</summary>
internal sealed class FilterExistence(FilterOperand operand) : FilterCondition
{
    public override bool Holds(JsonElement element) => operand.Of(element) is not null;
}

/// <summary><c>=~ /pattern/i</c>: the whole string, or the number's text, matches.</summary>
internal sealed class FilterPattern(FilterOperand operand, Regex pattern) : FilterCondition
{
    public override bool Holds(JsonElement element) =>
        operand.Of(element) is { } found
        && found.ValueKind switch
        {
            JsonValueKind.String => pattern.IsMatch(found.GetString()!),
            JsonValueKind.Number => pattern.IsMatch(found.GetRawText()),
            _ => false,
        };
}

/// <summary>A side of a filter's comparison: a path from the element, <c>@.a.b</c>, or a constant.</summary>
internal sealed class FilterOperand(IReadOnlyList<PathSegment>? path, JsonElement constant)
{
    /// <summary>The value, or null if the path finds nothing.</summary>
    public JsonElement? Of(JsonElement element)
    {
        if (path is null)
        {
            return constant;
        }

        foreach (
            var found in path.Aggregate(
                (IEnumerable<JsonElement>)[element],
                static (values, step) => values.SelectMany(step.Select)
            )
        )
        {
            return found;
        }

        return null;
    }
}
