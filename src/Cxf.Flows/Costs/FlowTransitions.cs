using Cxf.Flows.Analysis;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.Flows.Timing;

namespace Cxf.Flows.Costs;

/// <summary>
/// How many state transitions each kind of step costs: one for its state, one for each retry, and those of its bodies.
/// Those of a child flow count for the child.
/// </summary>
/// <param name="graph">The flow.</param>
/// <param name="atMost">With every retry, every round of a loop and every item; else everything goes well, once.</param>
/// <param name="pinned">The published versions that it compiles in, weighed by the same measure.</param>
internal sealed class FlowTransitions(FlowGraph graph, bool atMost, PinnedWeights pinned)
{
    public HeavyPath Most(ScopeGraph scope) => Paths(scope).Heaviest();

    public ScopePaths Paths(ScopeGraph scope) => new(scope, graph.Data, Of);

    private double Of(FlowStep step, ScopeGraph scope, int place) =>
        1
        + scope.Undo.ExtraStates(step, place)
        + OfUndo(scope, place)
        + step switch
        {
            RestApiStep call when atMost => Repetitions(call),
            ParallelStep => scope.Inner[place].Sum(branch => Total(Most(branch))),
            ForEachStep loop => (atMost ? loop.AtMost : 1) * Total(Most(scope.Inner[place][0])),
            RunFlowStep child => OfChild(child),
            _ => 0,
        };

    // When everything goes well, nothing is undone.
    private double OfUndo(ScopeGraph scope, int place) =>
        !atMost
            ? 0
            : (place == scope.Start ? scope.Undo.StatesOnFailure : 0)
                + (scope.UndoOf[place] is { } undo ? 1 + Repetitions((RestApiStep)scope.Steps[undo]) : 0);

    private static int Repetitions(RestApiStep call) =>
        CallTime.Attempts(call) - 1 + TaskRetry.Throttled(StateMachineType.Standard).Attempts;

    // A version is a part of this machine; behind the start of a live flow a state looks at how it ended.
    private double OfChild(RunFlowStep child)
    {
        if (FlowRun.VersionOf(child) is not { } version)
        {
            return 1 + (atMost ? TaskRetry.Throttled(StateMachineType.Standard).Attempts : 0);
        }

        return pinned.Of(
            version,
            flow =>
            {
                var inner = flow.Analysis.Graph;
                var transitions = new FlowTransitions(inner, atMost, pinned);
                return transitions.Total(transitions.Most(inner.Root));
            }
        );
    }

    /// <summary>What a path costs: when everything goes well, a loop is passed once.</summary>
    public double Total(HeavyPath path) =>
        atMost ? path.Weight : path.Parts.Sum(part => part.Times is null ? part.Steps.Count : part.Weight);
}
