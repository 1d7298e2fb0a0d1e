using System.Globalization;
using Cxf.Documents;
using Cxf.Flows.Compiling;
using Cxf.Flows.Costs;
using Cxf.Flows.Model;
using Cxf.Flows.Reading;
using Cxf.Flows.Timing;

namespace Cxf.Flows.Differences;

/// <summary>
/// What changes in how long a flow can take, what its runs cost, and the kind of machine it needs. No difference is reported
/// while a side has errors or runs other flows, whose share is not known here.
/// </summary>
internal static class CostDifferences
{
    public static IEnumerable<FlowDifference> Between(JsonSource before, JsonSource after)
    {
        if (Read(before) is not { } had || Read(after) is not { } has)
        {
            yield break;
        }

        if (had.Timing.Type != has.Timing.Type)
        {
            yield return new(
                DifferenceKind.Changed,
                "flow",
                "type",
                $"The flow needs {Machine(has.Timing.Type)} instead of {Machine(had.Timing.Type)}. A live flow cannot "
                    + "change that; publish it as a new flow."
            );
        }

        foreach (var difference in Between(had.Timing.Longest.WorstCase, has.Timing.Longest.WorstCase))
        {
            yield return difference;
        }

        var (paid, pays) = (had.PathCosts.Paths.Max(path => path.UsualPrice), has.PathCosts.Paths.Max(path => path.UsualPrice));
        if (paid != pays)
        {
            yield return new(
                DifferenceKind.Changed,
                "flow",
                "bill",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Step Functions takes ${pays:0.####} instead of ${paid:0.####} for 1,000 calls on the most expensive "
                        + $"path when all goes well."
                )
            );
        }
    }

    /// <summary>What changes in how long a flow can take; null is a time that nothing bounds.</summary>
    public static IReadOnlyList<FlowDifference> Between(TimeSpan? before, TimeSpan? after) =>
        before == after
            ? []
            :
            [
                new(
                    DifferenceKind.Changed,
                    "flow",
                    "clock",
                    $"It takes at most {Duration.InWords(after)} instead of {Duration.InWords(before)}."
                ),
            ];

    private static (FlowTiming Timing, FlowPathCosts PathCosts)? Read(JsonSource source)
    {
        if (FlowReader.Read(source).Flow is not { } flow || flow.AllSteps.Any(step => step is RunFlowStep))
        {
            return null;
        }

        var timing = FlowTiming.Of(flow);
        return (timing, FlowPathCosts.Of(flow, timing));
    }

    private static string Machine(StateMachineType type) =>
        type == StateMachineType.Express ? "an EXPRESS machine (the caller waits)" : "a STANDARD machine (the caller continues)";
}
