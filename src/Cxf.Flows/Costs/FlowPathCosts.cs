using System.Globalization;
using Cxf.Flows.Analysis;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.Flows.Timing;

namespace Cxf.Flows.Costs;

/// <summary>What running a flow costs at Step Functions, for each way in which it can go.</summary>
/// <param name="Type">The type of its machine, which decides what is billed.</param>
/// <param name="Paths">
/// One entry for each path. If there are more than <see cref="MaxPaths"/>, the most expensive path to each end, at most that
/// number.
/// </param>
public sealed record FlowPathCosts(StateMachineType Type, IReadOnlyList<PathCost> Paths)
{
    /// <summary>How many paths are listed: more than anybody reads. Decisions in a row double them each time.</summary>
    public const int MaxPaths = 100;

    /// <summary>How many paths lead through the flow's own steps.</summary>
    public required double PathCount { get; init; }

    /// <summary>The costs of a flow that was read without errors.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="timing">Its timing.</param>
    /// <param name="pinned">The published versions that it compiles in; null when they are not known.</param>
    public static FlowPathCosts Of(
        FlowDefinition flow,
        FlowTiming timing,
        IReadOnlyDictionary<PinnedVersion, FlowDefinition>? pinned = null
    )
    {
        var graph = flow.Analysis.Graph;
        var (usually, atMost) = (
            new FlowTransitions(graph, atMost: false, new PinnedWeights(pinned)),
            new FlowTransitions(graph, atMost: true, new PinnedWeights(pinned))
        );
        var (usual, most, times) = (usually.Paths(graph.Root), atMost.Paths(graph.Root), timing.Paths);
        var count = most.CountWays();

        // What is dear is long in an EXPRESS machine, and has many transitions in a STANDARD one.
        var ways =
            count <= MaxPaths ? most.Ways() : (timing.Type == StateMachineType.Express ? times : most).HeaviestWays(MaxPaths);
        return new FlowPathCosts(
            timing.Type,
            [
                .. ways.Select(way =>
                    PathCost.Of(
                        timing.Type,
                        usually.Total(usual.Along(way)),
                        atMost.Total(most.Along(way)),
                        timing.Timed(times.Along(way))
                    )
                ),
            ]
        )
        {
            PathCount = count,
        };
    }
}

/// <summary>What one path of a flow costs.</summary>
/// <param name="Path">Its labels, with arrows between them.</param>
/// <param name="Transitions">State transitions when every call is answered at once and every loop is passed once.</param>
/// <param name="MaxTransitions">State transitions with every retry and every round; null when nothing bounds them.</param>
/// <param name="UsualPrice">US dollars for 1,000 calls when everything goes well; EXPRESS: when it is done in 100 ms.</param>
/// <param name="MaxPrice">US dollars for 1,000 calls at the very most; null when nothing bounds it.</param>
/// <param name="WorstCase">The longest that the path can take; null when nothing bounds it.</param>
public sealed record PathCost(
    string Path,
    int Transitions,
    int? MaxTransitions,
    decimal UsualPrice,
    decimal? MaxPrice,
    TimeSpan? WorstCase
)
{
    private const int Calls = 1_000;

    /// <summary>
    /// The entry as a line: <c>a → b: 3 transitions, at most 6; $0.075 per 1,000 calls, at most $0.15; 7.1 s</c>.
    /// </summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Path}: {Transitions} transition{(Transitions == 1 ? "" : "s")}, at most "
                + $"{MaxTransitions?.ToString(CultureInfo.InvariantCulture) ?? "without bound"}; ${UsualPrice:0.####} per "
                + $"1,000 calls, at most {(MaxPrice is { } most ? $"${most:0.####}" : "without bound")}; takes at most "
                + $"{Duration.InWords(WorstCase)}"
        );

    internal static PathCost Of(StateMachineType type, double usual, double most, TimedPath path)
    {
        int? mostTransitions = most < int.MaxValue ? (int)most : null;
        var prices =
            type == StateMachineType.Standard
                ? (Standard((int)usual), mostTransitions is { } bounded ? Standard(bounded) : (decimal?)null)
                : (Express(Prices.ExpressTimeChunk), path.WorstCase is { } longest ? Express(longest) : null);
        return new PathCost(path.ToString(), (int)usual, mostTransitions, prices.Item1, prices.Item2, path.WorstCase);
    }

    private static decimal Standard(int transitions) => Calls * transitions * Prices.Transition;

    private static decimal Express(TimeSpan duration)
    {
        var chunks = Math.Max(1, (long)Math.Ceiling(duration / Prices.ExpressTimeChunk));
        var seconds = chunks * (decimal)Prices.ExpressTimeChunk.TotalSeconds;
        return Calls * (Prices.ExpressRun + (seconds * Prices.ExpressMemoryChunk * Prices.ExpressGigabyteSecond));
    }
}
