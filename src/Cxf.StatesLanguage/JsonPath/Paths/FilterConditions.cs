using System.Text.Json;
using Cxf.Jsonata;
using Cxf.StatesLanguage.Evaluation;

namespace Cxf.StatesLanguage.JsonPath.Paths;

/// <summary>A condition of a filter on one element.</summary>
internal abstract class FilterCondition
{
    /// <param name="element">The element.</param>
    /// <param name="root">The document of the whole path.</param>
    public abstract bool Holds(JsonElement element, JsonElement root);
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
    public override bool Holds(JsonElement element, JsonElement root) =>
        kind switch
        {
            CombinationKind.And => conditions.All(condition => condition.Holds(element, root)),
            CombinationKind.Or => conditions.Any(condition => condition.Holds(element, root)),
            _ => !conditions[0].Holds(element, root),
        };
}

/// <summary>Whether a path finds something, <c>[?(@.a)]</c>.</summary>
internal sealed class FilterExistence(FilterOperand operand) : FilterCondition
{
    public override bool Holds(JsonElement element, JsonElement root) => operand.Of(element, root) is not null;
}

/// <summary><c>=~ /pattern/i</c>: the whole string, or the number's text, matches.</summary>
/// <param name="operand">What is compared.</param>
/// <param name="pattern">An expression that is true for a text that matches.</param>
internal sealed class FilterPattern(FilterOperand operand, JsonataExpression pattern) : FilterCondition
{
    public override bool Holds(JsonElement element, JsonElement root) =>
        operand.Of(element, root) is { } found
        && found.ValueKind switch
        {
            JsonValueKind.String => IsMatch(found.GetString()!),
            JsonValueKind.Number => IsMatch(found.GetRawText()),
            _ => false,
        };

    private bool IsMatch(string text)
    {
        try
        {
            return pattern.Evaluate(JsonataValue.From(text)).GetBoolean();
        }
        catch (JsonataException error)
        {
            throw new StateFailedException(
                new StateError(ErrorNames.Runtime, $"The pattern of a filter could not be matched: {error.Message}")
            );
        }
    }
}

/// <summary>
/// A side of a filter's comparison: a path from the element, <c>@.a.b</c>, or from the document, <c>$.a.b</c>, or a constant.
/// </summary>
internal sealed class FilterOperand(IReadOnlyList<PathSegment>? path, bool startsAtRoot, JsonElement constant)
{
    /// <summary>The value, or null if the path finds nothing.</summary>
    public JsonElement? Of(JsonElement element, JsonElement root)
    {
        if (path is null)
        {
            return constant;
        }

        foreach (
            var found in path.Aggregate(
                (IEnumerable<JsonElement>)[startsAtRoot ? root : element],
                (values, step) => values.SelectMany(value => step.Select(value, root))
            )
        )
        {
            return found;
        }

        return null;
    }
}
