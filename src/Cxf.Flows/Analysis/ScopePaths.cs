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
    private readonly double[] _weights = WeightsOf(scope, weight);
    private readonly PathPart?[] _parts = new PathPart?[scope.Loops.Count];

    /// <summary>The heaviest path from the start to any end of the scope.</summary>
    public HeavyPath Heaviest()
    {
        // Groups stand behind those that they lead to, so the way on from each is known when it is looked at.
        var groups = scope.Loops;
        var onwards = new (double Weight, int Next, bool Ends)[groups.Count];
        for (var group = 0; group < groups.Count; group++)
        {
            onwards[group] = Ends(group) ? (0, -1, true) : (double.NegativeInfinity, -1, false);
            foreach (var next in scope.After(group))
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
            foreach (var next in double.IsNegativeInfinity(weights[group]) ? [] : scope.After(group))
            {
                if (weights[group] + Part(next).Total is var reached && reached > weights[next])
                {
                    (weights[next], before[next]) = (reached, group);
                }
            }
        }

        return scope
            .Steps.Index()
            .Where(entry => scope.IsEnd[entry.Index] && scope.IsReached[entry.Index])
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
            ways[group] = Math.Min(double.MaxValue, (Ends(group) ? 1 : 0) + scope.After(group).Sum(next => ways[next]));
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

            var onwards = scope.After(way[^1]);
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

    private static double[] WeightsOf(ScopeGraph scope, Func<FlowStep, ScopeGraph, int, double> weight)
    {
        var weights = new double[scope.Steps.Count];
        for (var place = 0; place < weights.Length; place++)
        {
            weights[place] = weight(scope.Steps[place], scope, place);
        }

        return weights;
    }

    private bool Ends(int group)
    {
        foreach (var place in scope.Loops[group])
        {
            if (scope.IsEnd[place])
            {
                return true;
            }
        }

        return false;
    }

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
        if (!scope.IsLoop(group))
        {
            return new PathPart([scope.Steps[group[0]]], 1, _weights[group[0]]);
        }

        var steps = group.Select(place => scope.Steps[place]).ToList();
        return data.BoundOf(scope, group) is { } bound
            ? new PathPart(steps, bound.Rounds, HeaviestRound(group, bound.Decision))
            : new PathPart(steps, null, double.PositiveInfinity);
    }

    /// <summary>
    /// The heaviest way through a loop that passes its deciding step at most once: without that step's ways back it has no loops.
    /// </summary>
    private double HeaviestRound(IReadOnlyList<int> loop, int decision)
    {
        var edges = loop.Select(place => place == decision ? [] : InsideOf(loop, place)).ToArray();
        var weights = new double[loop.Count];

        // Each step is alone in its component, which comes after those that it leads to.
        foreach (var component in StronglyConnected.Components(edges))
        {
            var number = component[0];
            var next = edges[number].Length == 0 ? 0 : edges[number].Max(edge => weights[edge.Target]);
            weights[number] = _weights[loop[number]] + next;
        }

        return weights.Max();
    }

    /// <summary>The ways on from a step that stay in its loop, by the numbers that steps have in it.</summary>
    private StepEdge[] InsideOf(IReadOnlyList<int> loop, int place) =>
        [
            .. scope
                .Edges[place]
                .Where(edge => scope.ComponentOf[edge.Target] == scope.ComponentOf[loop[0]])
                .Select(edge => edge with { Target = scope.NumberInLoop[edge.Target] }),
        ];
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
