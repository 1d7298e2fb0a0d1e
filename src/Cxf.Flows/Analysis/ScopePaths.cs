using Cxf.Flows.Model;

namespace Cxf.Flows.Analysis;

/// <summary>
/// The paths through one scope with a weight for each step. A loop is one part of a path: all its steps, as often as its
/// counter allows. What no counter bounds weighs infinitely much.
/// </summary>
/// <param name="scope">The scope.</param>
/// <param name="data">What counters are known from.</param>
/// <param name="weight">What one visit of a step weighs, bodies included.</param>
internal sealed class ScopePaths(ScopeGraph scope, DataFlow data, Func<FlowStep, ScopeGraph, int, double> weight)
{
    private readonly double[] _weights = [.. scope.Steps.Select((step, place) => weight(step, scope, place))];
    private readonly PathPart?[] _parts = new PathPart?[scope.Loops.Count];
    private readonly Lazy<int[][]> _onwards = new(() => [.. scope.Loops.Select((_, group) => Onwards(scope, group))]);

    /// <summary>The heaviest path from the start to any end of the scope.</summary>
    public HeavyPath Heaviest()
    {
        // Groups stand behind those that they lead to, so the way on from each is known when it is looked at.
        var groups = scope.Loops;
        var onwards = new (double Weight, int Next, bool Ends)[groups.Count];
        for (var group = 0; group < groups.Count; group++)
        {
            onwards[group] = Ends(group) ? (0, -1, true) : (double.NegativeInfinity, -1, false);
            foreach (var next in _onwards.Value[group])
            {
                if (onwards[next].Weight > onwards[group].Weight)
                {
                    onwards[group] = (onwards[next].Weight, next, true);
                }
            }

            if (onwards[group].Ends)
            {
                onwards[group].Weight += Part(group).Total;
            }
        }

        var way = new List<int>();
        for (var group = scope.ComponentOf[scope.Start]; group >= 0 && onwards[group].Ends; group = onwards[group].Next)
        {
            way.Add(group);
        }

        return Along(way);
    }

    /// <summary>The heaviest way to each end; of many ends to the heaviest, in the order of the document.</summary>
    /// <param name="most">To how many ends.</param>
    public IEnumerable<IReadOnlyList<int>> HeaviestWays(int most)
    {
        // From the start on, each group after those that lead to it.
        var (weights, before) = (new double[scope.Loops.Count], new int[scope.Loops.Count]);
        Array.Fill(weights, double.NegativeInfinity);
        var start = scope.ComponentOf[scope.Start];
        (weights[start], before[start]) = (Part(start).Total, -1);
        for (var group = start; group >= 0; group--)
        {
            foreach (var next in double.IsNegativeInfinity(weights[group]) ? [] : _onwards.Value[group])
            {
                if (weights[group] + Part(next).Total is var reached && reached > weights[next])
                {
                    (weights[next], before[next]) = (reached, group);
                }
            }
        }

        return scope
            .Steps.Index()
            .Where(entry => StepFacts.EndsPath(entry.Item) && scope.IsReached[entry.Index])
            .OrderByDescending(end => weights[scope.ComponentOf[end.Index]])
            .Take(most)
            .OrderBy(end => end.Index)
            .Select(end => WayTo(scope.ComponentOf[end.Index], before));
    }

    /// <summary>How many ways lead through the scope; a loop is passed once, whichever way around.</summary>
    public double CountWays()
    {
        var ways = new double[scope.Loops.Count];
        for (var group = 0; group < ways.Length; group++)
        {
            ways[group] = Math.Min(double.MaxValue, (Ends(group) ? 1 : 0) + _onwards.Value[group].Sum(next => ways[next]));
        }

        return ways[scope.ComponentOf[scope.Start]];
    }

    /// <summary>Every way through the scope, as its groups of steps; the way of a step without an error first.</summary>
    public IEnumerable<IReadOnlyList<int>> Ways()
    {
        var way = new List<int>();
        var turns = new Stack<int>();
        for (var next = scope.ComponentOf[scope.Start]; ; )
        {
            if (next >= 0)
            {
                way.Add(next);
                turns.Push(0);
                if (Ends(next))
                {
                    yield return [.. way];
                }
            }

            if (!turns.TryPop(out var turn))
            {
                yield break;
            }

            var onwards = _onwards.Value[way[^1]];
            next = turn < onwards.Length ? onwards[turn] : -1;
            if (next >= 0)
            {
                turns.Push(turn + 1);
            }
            else
            {
                way.RemoveAt(way.Count - 1);
            }
        }
    }

    /// <summary>The path of a way, with this measure's weights.</summary>
    public HeavyPath Along(IReadOnlyList<int> way) => new([.. way.Select(Part)]);

    private static int[] Onwards(ScopeGraph scope, int group) =>
        [
            .. scope
                .Loops[group]
                .SelectMany(place => scope.Edges[place])
                .Select(edge => scope.ComponentOf[edge.Target])
                .Where(next => next != group)
                .Distinct(),
        ];

    private bool Ends(int group) => scope.Loops[group].Any(place => StepFacts.EndsPath(scope.Steps[place]));

    private static List<int> WayTo(int end, int[] before)
    {
        var way = new List<int>();
        for (var group = end; group >= 0; group = before[group])
        {
            way.Add(group);
        }

        way.Reverse();
        return way;
    }

    private PathPart Part(int group) => _parts[group] ??= PartOf(scope.Loops[group]);

    private PathPart PartOf(IReadOnlyList<int> group)
    {
        var steps = group.Select(place => scope.Steps[place]).ToList();
        if (!scope.IsLoop(group))
        {
            return new PathPart(steps, 1, _weights[group[0]]);
        }

        return LoopBound.Of(scope, group, data) is { } bound
            ? new PathPart(steps, bound.Rounds, HeaviestRound(group, bound.Decision))
            : new PathPart(steps, null, double.PositiveInfinity);
    }

    /// <summary>The heaviest way through a loop that passes its deciding step at most once: without that step's ways back it has no loops.</summary>
    private double HeaviestRound(IReadOnlyList<int> loop, int decision)
    {
        var members = loop.ToHashSet();
        var weights = new Dictionary<int, double>();
        foreach (var place in Ordered(loop, decision))
        {
            var next =
                place == decision
                    ? []
                    : scope.Edges[place].Where(edge => members.Contains(edge.Target)).Select(edge => weights[edge.Target]);
            weights[place] = _weights[place] + next.DefaultIfEmpty(0).Max();
        }

        return weights.Values.Max();
    }

    /// <summary>The steps of the loop, each behind those that it leads to, when the deciding step leads nowhere.</summary>
    private IEnumerable<int> Ordered(IReadOnlyList<int> loop, int decision)
    {
        var numbers = loop.Index().ToDictionary(entry => entry.Item, entry => entry.Index);
        IReadOnlyList<StepEdge>[] edges =
        [
            .. loop.Select(place =>
                place == decision
                    ? []
                    : scope
                        .Edges[place]
                        .Where(edge => numbers.ContainsKey(edge.Target))
                        .Select(edge => edge with { Target = numbers[edge.Target] })
                        .ToList()
            ),
        ];
        return StronglyConnected.Components(edges).Select(component => loop[component[0]]);
    }
}

/// <summary>A path, as its parts in order.</summary>
internal sealed record HeavyPath(IReadOnlyList<PathPart> Parts)
{
    public double Weight => Parts.Sum(part => part.Total);
}

/// <summary>One step of a path, or one loop.</summary>
/// <param name="Steps">The step, or the steps of the loop.</param>
/// <param name="Times">How often it is passed at most; null without a bound.</param>
/// <param name="Weight">What passing it once weighs at most.</param>
internal sealed record PathPart(IReadOnlyList<FlowStep> Steps, int? Times, double Weight)
{
    public double Total => Times is { } times ? times * Weight : double.PositiveInfinity;
}
