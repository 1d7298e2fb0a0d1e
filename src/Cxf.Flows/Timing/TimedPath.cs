using System.Globalization;
using Cxf.Flows.Analysis;

namespace Cxf.Flows.Timing;

/// <summary>One path through a flow with the longest that it can take.</summary>
/// <param name="Parts">Its steps and loops in order.</param>
/// <param name="Claim">What claiming the run and recording its answer take besides; zero where neither is needed.</param>
/// <param name="WorstCase">The longest that it can take; null when nothing bounds it.</param>
public sealed record TimedPath(IReadOnlyList<TimedPart> Parts, TimeSpan Claim, TimeSpan? WorstCase)
{
    /// <summary>The part that takes longest.</summary>
    public TimedPart? Slowest => Parts.MaxBy(part => part.WorstCase ?? TimeSpan.MaxValue);

    /// <summary>The path as labels with arrows between them.</summary>
    public override string ToString() => string.Join(" → ", Parts);

    internal static TimedPath Of(HeavyPath path, double claim, FlowTimes times) =>
        new([.. path.Parts.Select(times.Timed)], TimeSpan.FromSeconds(claim), Duration.Of(path.Weight + claim));
}

/// <summary>A step of a path, or a loop.</summary>
/// <param name="Labels">The step's label, or those of the loop's steps in the order of the document.</param>
/// <param name="Times">How often it is passed at most; null when nothing bounds it.</param>
/// <param name="WorstCase">The longest that all of that takes; null when nothing bounds it.</param>
/// <param name="Slowest">The label of the step that takes longest in it: in a loop, a branch or a body one of its steps.</param>
public sealed record TimedPart(IReadOnlyList<string> Labels, int? Times, TimeSpan? WorstCase, string Slowest)
{
    /// <summary>The label, or the loop as <c>(a → b)×5</c>.</summary>
    public override string ToString() =>
        Labels.Count == 1 && Times == 1
            ? Labels[0]
            : $"({string.Join(" → ", Labels)})×{Times?.ToString(CultureInfo.InvariantCulture) ?? "?"}";

    internal static TimedPart Of(PathPart part, FlowTimes times, FlowGraph graph) =>
        new([.. part.Steps.Select(step => step.Label)], part.Times, Duration.Of(part.Total), SlowestOf(part, times, graph));

    private static string SlowestOf(PathPart part, FlowTimes times, FlowGraph graph)
    {
        var step = part.Steps.MaxBy(step => Weight(step, times, graph))!;
        var (scope, place) = graph.PlaceOf(step);

        // In a branch or a loop's body some step of it is what costs.
        return scope.Inner[place].Count == 0 ? step.Label
            : scope.Inner[place].Select(times.Longest).MaxBy(path => path.Weight)!.Parts.MaxBy(inner => inner.Total)
                is { } slowest
                ? SlowestOf(slowest, times, graph)
            : step.Label;
    }

    private static double Weight(Model.FlowStep step, FlowTimes times, FlowGraph graph)
    {
        var (scope, place) = graph.PlaceOf(step);
        return times.Of(step, scope, place);
    }
}
