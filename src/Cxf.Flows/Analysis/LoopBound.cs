using System.Text.Json;
using Cxf.Flows.Model;
using Cxf.Jsonata;

namespace Cxf.Flows.Analysis;

/// <summary>
/// How often a loop can be passed, where a counter proves it: a variable that starts at a number, that a step of every round
/// moves by a number, and that a decision of every round compares with a number to stay in the loop.
/// </summary>
internal sealed class LoopBound
{
    /// <summary>Beyond this many rounds a bound says nothing to a person any more.</summary>
    private const double MaxRounds = 1_000_000;

    /// <summary>The maximum number of comparisons that are examined to find the counter of a loop.</summary>
    private const int MaxTries = 64;

    private readonly ScopeGraph _scope;
    private readonly DataFlow _data;
    private readonly int _component;
    private readonly LoopCycles _cycles;

    private LoopBound(ScopeGraph scope, IReadOnlyList<int> loop, DataFlow data)
    {
        (_scope, _data, _component) = (scope, data, scope.ComponentOf[loop[0]]);
        _cycles = new LoopCycles(scope, loop);
    }

    /// <summary>
    /// The most rounds, counting the one that leaves, and the step that decides; null when nothing proves a bound.
    /// </summary>
    public static (int Rounds, int Decision)? Of(ScopeGraph scope, IReadOnlyList<int> loop, DataFlow data)
    {
        data.Analysis.Spend(loop.Count);
        return new LoopBound(scope, loop, data).Find(loop);
    }

    private (int Rounds, int Decision)? Find(IReadOnlyList<int> loop)
    {
        var (least, decision, tries) = (double.PositiveInfinity, -1, 0);
        foreach (var place in loop.Where(place => _scope.Steps[place] is DecisionStep))
        {
            if (tries >= MaxTries)
            {
                break;
            }

            foreach (var variable in Candidates((DecisionStep)_scope.Steps[place]))
            {
                if (_cycles.MayBeOnAll(place) && tries++ < MaxTries && Rounds(place, variable) is { } rounds && rounds < least)
                {
                    (least, decision) = (rounds, place);
                }
            }
        }

        return least <= MaxRounds ? ((int)least, decision) : null;
    }

    private bool IsInside(int place) => place >= 0 && _scope.ComponentOf[place] == _component;

    /// <summary>
    /// The ways of a decision that stay in the loop, by the place of the choice; the last one is <c>otherwise</c>.
    /// </summary>
    private IEnumerable<int> Staying(DecisionStep decision) =>
        decision.Transitions.Index().Where(entry => IsInside(_scope.PlaceOf(entry.Item.Target))).Select(entry => entry.Index);

    private double? Rounds(int decision, string variable)
    {
        if (Definitions(variable) is not { } definitions)
        {
            return null;
        }

        var inside = definitions.Where(definition => definition.Scope == _scope && IsInside(definition.Place)).ToHashSet();
        var steps = inside.Select(definition => Increment(definition, variable)).ToList();
        if (
            steps.Count == 0
            || !steps.TrueForAll(step => step is not null and not 0 && Math.Sign(step.Value) == Math.Sign(steps[0]!.Value))
        )
        {
            return null;
        }

        var up = steps[0] > 0;
        var starts = definitions.Where(definition => !inside.Contains(definition)).Select(Constant).ToList();
        if (
            starts.Count == 0
            || starts.Contains(null)
            || Limit((DecisionStep)_scope.Steps[decision], variable, up) is not { } limit
        )
        {
            return null;
        }

        _data.Analysis.Spend(2L * _cycles.Size);
        if (!_cycles.AllPass(decision) || !_cycles.AllPass(inside.Select(definition => definition.Place)))
        {
            return null;
        }

        var start = up ? starts.Min()!.Value : -starts.Max()!.Value;
        var stride = steps.Min(step => Math.Abs(step!.Value));
        var distance = ((up ? limit.Limit : -limit.Limit) - start) / stride;
        var stays = limit.IsIncluded ? Math.Floor(distance) + 1 : Math.Ceiling(distance);

        // A counter that moves before it is first compared is one step ahead.
        stays -= MovesFirst(decision, inside) ? 1 : 0;
        return Math.Max(0, stays) + 1;
    }

    /// <summary>Whether every way from where the loop is entered to the decision moves the counter.</summary>
    private bool MovesFirst(int decision, IEnumerable<VariableDefinition> movers)
    {
        var moving = movers.Select(mover => mover.Place).ToHashSet();
        var seen = new HashSet<int>();
        var open = new Stack<int>(_cycles.Entries);
        _data.Analysis.Spend(_cycles.Size);
        while (open.TryPop(out var place))
        {
            if (moving.Contains(place) || !seen.Add(place))
            {
                continue;
            }

            if (place == decision)
            {
                return false;
            }

            foreach (var edge in _scope.Edges[place].Where(edge => IsInside(edge.Target)))
            {
                open.Push(edge.Target);
            }
        }

        return true;
    }

    // What reaches a step of the loop enters it at a step that can be entered from outside, or is set in it.
    private HashSet<VariableDefinition>? Definitions(string variable)
    {
        var setters = _data
            .All(variable)
            .Where(definition => definition.Scope == _scope && IsInside(definition.Place))
            .Select(definition => definition.Place);
        var places = setters
            .Distinct()
            .SelectMany(place => _scope.Edges[place].Select(edge => edge.Target))
            .Where(IsInside)
            .Concat(_cycles.Entries)
            .Distinct();
        var definitions = new HashSet<VariableDefinition>();
        foreach (var place in places)
        {
            definitions.UnionWith(_data.Reaching(variable, _scope, place));
            if (definitions.Count > DataFlow.MaxReaching)
            {
                return null;
            }
        }

        return definitions;
    }

    /// <summary>The weakest limit under which the decision stays in the loop; null when one of its ways needs none.</summary>
    private JsonataBound? Limit(DecisionStep decision, string variable, bool up)
    {
        JsonataBound? weakest = null;

        // Choices are tried in order: on each way the ones before were false, and its own, if it has one, was true.
        JsonataBound? whenFalse = null;
        var tried = 0;
        foreach (var way in Staying(decision))
        {
            for (; tried < way; tried++)
            {
                whenFalse = Strictest(whenFalse, Bounds(decision.Choices[tried].When, outcome: false), variable, up);
            }

            var known =
                way < decision.Choices.Count
                    ? Strictest(whenFalse, Bounds(decision.Choices[way].When, outcome: true), variable, up)
                    : whenFalse;
            if (known is not { } strictest)
            {
                return null;
            }

            weakest =
                weakest is not { } other
                || (up ? strictest.Limit > other.Limit : strictest.Limit < other.Limit)
                || (strictest.Limit == other.Limit && strictest.IsIncluded)
                    ? strictest
                    : weakest;
        }

        return weakest;
    }

    private static JsonataBound? Strictest(JsonataBound? known, IReadOnlyList<JsonataBound> bounds, string variable, bool up)
    {
        foreach (var bound in bounds.Where(bound => bound.Variable == variable && bound.IsUpper == up))
        {
            known = known is null || (up ? bound.Limit < known.Limit : bound.Limit > known.Limit) ? bound : known;
        }

        return known;
    }

    private IEnumerable<string> Candidates(DecisionStep decision) =>
        decision
            .Choices.SelectMany(choice => Bounds(choice.When, true).Concat(Bounds(choice.When, false)))
            .Select(bound => bound.Variable)
            .Distinct();

    private IReadOnlyList<JsonataBound> Bounds(FlowValue condition, bool outcome) =>
        Compiled(condition)?.BoundsWhen(outcome) ?? [];

    private double? Increment(VariableDefinition definition, string variable) =>
        definition.Value is { } value && Compiled(value)?.Increment is { } increment && increment.Variable == variable
            ? increment.Amount
            : null;

    private double? Constant(VariableDefinition definition) =>
        definition.Value is not { } value ? null
        : value.Json.ValueKind == JsonValueKind.Number ? value.Json.GetDouble()
        : Compiled(value)?.NumberLiteral;

    private JsonataExpression? Compiled(FlowValue value) =>
        value.Json.ValueKind == JsonValueKind.String && ExpressionText.TryRead(value.Json.GetString()!, out var text)
            ? _data.Analysis.Compile(text, out _)
            : null;
}
