using Cxf.Documents;
using Cxf.Flows.Analysis;
using Cxf.Flows.Checks;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.StatesLanguage;

namespace Cxf.Flows.Costs;

/// <summary>A STANDARD run's history has an end.</summary>
internal sealed class LongHistory()
    : FlowRule(
        FlowCodes.LongHistory,
        DiagnosticSeverity.Warning,
        "A path that can have more events than a history holds.",
        "Step Functions fails a STANDARD run at 25,000 events (quotas, \"Maximum execution event history size\")."
    )
{
    /// <summary>
    /// A task's events when it works: entered, scheduled, started, succeeded, exited; a retry adds the three in the middle.
    /// </summary>
    private const int TaskEvents = 5;

    private const int AttemptEvents = 3;

    /// <summary>Entered and exited, and for Parallel and Map started and succeeded besides.</summary>
    private const int OtherEvents = 4;

    /// <summary>An iteration is started and ended.</summary>
    private const int IterationEvents = 2;

    public override void Check(CheckedFlow flow)
    {
        if (flow is { Graph: { } graph, Timing.Type: StateMachineType.Standard })
        {
            var path = Heaviest(graph, graph.Root, new PinnedWeights(flow.Context?.PinnedFlows));
            if (path.Weight is > ServiceLimits.HistoryEvents and < double.PositiveInfinity)
            {
                var longest = path.Parts.MaxBy(part => part.Total)!;
                ReportName(
                    flow,
                    "/start",
                    $"A run can have about {path.Weight:N0} events; a history holds {ServiceLimits.HistoryEvents:N0}.",
                    $"Do less in one run: most are from \"{longest.Steps[0].Label}\". A flow of its own (\"runFlow\") "
                        + "has a history of its own."
                );
            }
        }
    }

    private static double OfWhole(FlowGraph flow, PinnedWeights pinned) => Heaviest(flow, flow.Root, pinned).Weight;

    private static HeavyPath Heaviest(FlowGraph graph, ScopeGraph scope, PinnedWeights pinned) =>
        new ScopePaths(scope, graph.Data, (step, at, place) => Events(graph, step, at, place, pinned)).Heaviest();

    private static double Events(FlowGraph graph, FlowStep step, ScopeGraph scope, int place, PinnedWeights pinned) =>
        (scope.Undo.ExtraStates(step, place) * OtherEvents)
        + (scope.UndoOf[place] is { } undo ? OtherEvents + Events((RestApiStep)scope.Steps[undo]) : 0)
        + step switch
        {
            RestApiStep call => Events(call),
            RunFlowStep child => FlowRun.VersionOf(child) is { } version
                ? OtherEvents + pinned.Of(version, flow => OfWhole(flow.Analysis.Graph, pinned))
                : TaskEvents + OtherEvents,
            ParallelStep => OtherEvents + scope.Inner[place].Sum(branch => Heaviest(graph, branch, pinned).Weight),
            ForEachStep loop => OtherEvents
                + (loop.AtMost * (IterationEvents + Heaviest(graph, scope.Inner[place][0], pinned).Weight)),
            _ => OtherEvents,
        };

    private static double Events(RestApiStep call) => TaskEvents + ((call.Retry?.Attempts ?? 0) * AttemptEvents);
}
