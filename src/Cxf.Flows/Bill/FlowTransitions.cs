using Cxf.Flows.Analysis;
using Cxf.Flows.Clock;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;

namespace Cxf.Flows.Bill;

/// <summary>
/// How many state transitions each kind of step costs: one for its state, one for each retry, and those of its bodies.
/// A child flow's own are on its own bill.
/// </summary>
/// <param name="graph">The flow.</param>
/// <param name="atMost">With every retry, every round of a loop and every item; else everything goes well, once.</param>
internal sealed class FlowTransitions(FlowGraph graph, bool atMost)
{
    public HeavyPath Most(ScopeGraph scope) => new ScopePaths(scope, graph.Data, Of).Heaviest();

    public IEnumerable<HeavyPath> MostByEnd(ScopeGraph scope) => new ScopePaths(scope, graph.Data, Of).HeaviestByEnd();

    private double Of(FlowStep step, ScopeGraph scope, int place) => 1 + step switch
    {
        RestApiStep call when atMost => CallTime.Attempts(call) - 1 + TaskRetry.Throttled(StateMachineType.Standard).Attempts,
        ParallelStep => scope.Inner[place].Sum(branch => Total(Most(branch))),
        ForEachStep loop => (atMost ? loop.AtMost : 1) * Total(Most(scope.Inner[place][0])),
        _ => 0,
    };

    /// <summary>What a path costs: when everything goes well, a loop is passed once.</summary>
    public double Total(HeavyPath path) => atMost ? path.Weight : path.Parts.Sum(part => part.Times is null ? part.Steps.Count : part.Weight);
}
