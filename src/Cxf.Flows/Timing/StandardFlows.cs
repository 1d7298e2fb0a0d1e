using Cxf.Flows.Analysis;
using Cxf.Flows.Checks;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;

namespace Cxf.Flows.Timing;

/// <summary>
/// The live flows whose callers go on, among those that a flow runs: an EXPRESS machine can start a STANDARD one but never learns
/// how it ended.
/// </summary>
internal static class StandardFlows
{
    /// <summary>The steps that run such a flow, those in compiled-in versions included.</summary>
    public static IEnumerable<FlowRun> In(
        FlowDefinition flow,
        IReadOnlyDictionary<FlowId, LiveFlowFacts>? live,
        IReadOnlyDictionary<PinnedVersion, FlowDefinition>? pinned
    ) =>
        FlowRun
            .In(flow, pinned)
            .Where(run => run.Version is null && live?.GetValueOrDefault(run.Step.Flow) is { Type: StateMachineType.Standard });
}
