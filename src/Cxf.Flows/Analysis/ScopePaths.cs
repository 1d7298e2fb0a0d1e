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

    /// <summary>The heaviest path from the start to any end of the scope.</summary>
    public HeavyPath Heaviest() => Heaviest(_ => true);

    /// <summary>The heaviest way to each end.</summary>
    public IEnumerable<IReadOnlyList<int>> HeaviestWays() => scope.Steps.Index()
        .Where(entry => StepFacts.EndsPath(entry.Item) && scope.IsReached[entry.Index])
        .Select(end => HeaviestWay(place => place == end.Index));

    /// <summary>How many ways lead through the scope; a loop is passed once, whichever way around.</summary>
    public double CountWays()
    {
        var ways = new double[scope.Loops.Count];
        for (var group = 0; group < ways.Length; group++)
        {
            ways[group] = (Ends(group) ? 1 : 0) + Onwards(group).Sum(next => ways[next]);
        }

        return ways[scope.ComponentOf[scope.Start]];
    }

    /// <summary>Every way through the scope, as its groups of steps; the way of a step without an error first.</summary>
    public IEnumerable<IReadOnlyList<int>> Ways() => WaysFrom([scope.ComponentOf[scope.Start]]);

    /// <summary>The path of a way, with this measure's weights.</summary>
    public HeavyPath Along(IReadOnlyList<int> way) => new([.. way.Select(group => Part(scope.Loops[group]))]);

    private IEnumerable<IReadOnlyList<int>> WaysFrom(IReadOnlyList<int> way)
    {
        IEnumerable<IReadOnlyList<int>> further = Onwards(way[^1]).SelectMany(next => WaysFrom([.. way, next]));
        return Ends(way[^1]) ? further.Prepend(way) : further;
    }

    private bool Ends(int group) => scope.Loops[group].Any(place => StepFacts.EndsPath(scope.Steps[place]));

    private IEnumerable<int> Onwards(int group) => scope.Loops[group].SelectMany(place => scope.Edges[place])
        .Select(edge => scope.ComponentOf[edge.Target]).Where(next => next != group).Distinct();

    private HeavyPath Heaviest(Func<int, bool> isEnd) => Along(HeaviestWay(isEnd));

    private List<int> HeaviestWay(Func<int, bool> isEnd)
    {
        // Groups stand behind those that they lead to, so the way on from each is known when it is looked at.
        var groups = scope.Loops;
        var onwards = new (double Weight, int Next, bool Ends)[groups.Count];
        for (var group = 0; group < groups.Count; group++)
        {
            onwards[group] = (double.NegativeInfinity, -1, false);
            if (groups[group].Any(place => isEnd(place) && StepFacts.EndsPath(scope.Steps[place])))
            {
                onwards[group] = (0, -1, true);
            }

            foreach (var next in Onwards(group))
            {
                if (onwards[next].Weight > onwards[group].Weight)
                {
                    onwards[group] = (onwards[next].Weight, next, true);
                }
            }

            if (onwards[group].Ends)
            {
                onwards[group].Weight += Part(groups[group]).Total;
            }
        }

        var way = new List<int>();
        for (var group = scope.ComponentOf[scope.Start]; group >= 0 && onwards[group].Ends; group = onwards[group].Next)
        {
            way.Add(group);
        }

        return way;
    }

    private PathPart Part(IReadOnlyList<int> group)
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
            var next = place == decision ? [] : scope.Edges[place].Where(edge => members.Contains(edge.Target)).Select(edge => weights[edge.Target]);
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
            .. loop.Select(place => place == decision ? [] : scope.Edges[place].Where(edge => numbers.ContainsKey(edge.Target))
                .Select(edge => edge with { Target = numbers[edge.Target] }).ToList()),
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
