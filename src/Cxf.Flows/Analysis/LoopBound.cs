using System.Text.Json;
using Cxf.Flows.Model;
using Cxf.Jsonata;

namespace Cxf.Flows.Analysis;

/// <summary>
/// How often a loop can be passed, where a counter proves it: a variable that starts at a number, that a step of every round moves
/// by a number, and that a decision of every round compares with a number to stay in the loop.
/// </summary>
internal static class LoopBound
{
    /// <summary>Beyond this many rounds a bound says nothing to a person any more.</summary>
    private const double MaxRounds = 1_000_000;

    /// <summary>The most rounds, counting the one that leaves, and the step that decides; null when nothing proves a bound.</summary>
    public static (int Rounds, int Decision)? Of(ScopeGraph scope, IReadOnlyList<int> loop, DataFlow data)
    {
        var members = loop.ToHashSet();
        var (least, decision) = (double.PositiveInfinity, -1);
        foreach (var place in loop.Where(place => scope.Steps[place] is DecisionStep))
        {
            foreach (var variable in Candidates((DecisionStep)scope.Steps[place]))
            {
                if (Rounds(scope, members, place, variable, data) is { } rounds && rounds < least)
                {
                    (least, decision) = (rounds, place);
                }
            }
        }

        return least <= MaxRounds ? ((int)least, decision) : null;
    }

    /// <summary>The ways of a decision that stay in the loop, by the place of the choice; the last one is <c>otherwise</c>.</summary>
    public static IEnumerable<int> Staying(ScopeGraph scope, HashSet<int> loop, DecisionStep decision)
    {
        var labels = loop.Select(place => scope.Steps[place].Label).ToHashSet();
        return decision.Transitions.Index().Where(entry => labels.Contains(entry.Item.Target)).Select(entry => entry.Index);
    }

    private static double? Rounds(ScopeGraph scope, HashSet<int> loop, int decision, string variable, DataFlow data)
    {
        var definitions = loop.SelectMany(place => data.Reaching(variable, scope, place)).Distinct().ToList();
        var inside = definitions.Where(definition => definition.Scope == scope && loop.Contains(definition.Place)).ToList();
        var steps = inside.Select(definition => Increment(definition, variable)).ToList();
        if (steps.Count == 0 || !steps.TrueForAll(step => step is not null and not 0 && Math.Sign(step.Value) == Math.Sign(steps[0]!.Value)))
        {
            return null;
        }

        var up = steps[0] > 0;
        var starts = definitions.Where(definition => !inside.Contains(definition)).Select(Constant).ToList();
        var counters = inside.Select(definition => definition.Place).ToHashSet();
        if (starts.Count == 0 || starts.Contains(null) || Limit(scope, loop, (DecisionStep)scope.Steps[decision], variable, up) is not { } limit
            || IsCyclic(scope, [.. loop.Where(place => place != decision)]) || IsCyclic(scope, [.. loop.Where(place => !counters.Contains(place))]))
        {
            return null;
        }

        var start = up ? starts.Min()!.Value : -starts.Max()!.Value;
        var stride = steps.Min(step => Math.Abs(step!.Value));
        var distance = ((up ? limit.Limit : -limit.Limit) - start) / stride;
        var stays = limit.IsIncluded ? Math.Floor(distance) + 1 : Math.Ceiling(distance);
        return Math.Max(0, stays) + 1;
    }

    /// <summary>The weakest limit under which the decision stays in the loop; null when one of its ways needs none.</summary>
    private static JsonataBound? Limit(ScopeGraph scope, HashSet<int> loop, DecisionStep decision, string variable, bool up)
    {
        JsonataBound? weakest = null;
        foreach (var way in Staying(scope, loop, decision))
        {
            // Choices are tried in order: on this way the ones before were false, and its own, if it has one, was true.
            var known = decision.Choices.Take(way + 1).SelectMany((choice, index) => Bounds(choice.When, index == way))
                .Where(bound => bound.Variable == variable && bound.IsUpper == up).ToList();
            if (known.Count == 0)
            {
                return null;
            }

            var strictest = known.MinBy(bound => up ? bound.Limit : -bound.Limit)!;
            weakest = weakest is not { } other || (up ? strictest.Limit > other.Limit : strictest.Limit < other.Limit)
                || (strictest.Limit == other.Limit && strictest.IsIncluded) ? strictest : weakest;
        }

        return weakest;
    }

    private static IEnumerable<string> Candidates(DecisionStep decision) =>
        decision.Choices.SelectMany(choice => Bounds(choice.When, true).Concat(Bounds(choice.When, false))).Select(bound => bound.Variable).Distinct();

    private static IReadOnlyList<JsonataBound> Bounds(FlowValue condition, bool outcome) => Compiled(condition)?.BoundsWhen(outcome) ?? [];

    private static double? Increment(VariableDefinition definition, string variable) =>
        definition.Value is { } value && Compiled(value)?.Increment is { } increment && increment.Variable == variable ? increment.Amount : null;

    private static double? Constant(VariableDefinition definition) =>
        definition.Value is not { } value ? null
        : value.Json.ValueKind == JsonValueKind.Number ? value.Json.GetDouble()
        : Compiled(value)?.NumberLiteral;

    private static JsonataExpression? Compiled(FlowValue value) =>
        value.Json.ValueKind == JsonValueKind.String && ExpressionText.TryRead(value.Json.GetString()!, out var text)
        && JsonataExpression.TryCompile(text, JsonataOptions.StepFunctions, out var expression, out _) ? expression : null;

    /// <summary>Whether the steps alone, without the others, hold a loop.</summary>
    private static bool IsCyclic(ScopeGraph scope, IReadOnlyList<int> places)
    {
        var renumbered = places.Index().ToDictionary(entry => entry.Item, entry => entry.Index);
        IReadOnlyList<StepEdge>[] edges =
        [
            .. places.Select(place => scope.Edges[place].Where(edge => renumbered.ContainsKey(edge.Target))
                .Select(edge => edge with { Target = renumbered[edge.Target] }).ToList()),
        ];
        return StronglyConnected.Components(edges).Any(component => component.Count > 1)
            || edges.Index().Any(entry => entry.Item.Any(edge => edge.Target == entry.Index));
    }
}
