using Cxf.Flows.Checks;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;

namespace Cxf.Flows.Clock;

/// <summary>What a flow runs besides its own steps.</summary>
internal static class ChildFlows
{
    /// <summary>
    /// The steps that run a live flow whose caller goes on, directly or in a version that is compiled in: an EXPRESS machine
    /// can start a STANDARD one but never learns how it ended.
    /// </summary>
    public static IEnumerable<RunFlowStep> Standard(
        FlowDefinition flow, IReadOnlyDictionary<FlowId, LiveFlowFacts>? live, IReadOnlyDictionary<PinnedVersion, FlowDefinition>? pinned) =>
        flow.AllSteps.OfType<RunFlowStep>().Where(step => step.Version is { } version
            ? pinned?.GetValueOrDefault(new PinnedVersion(step.Flow, version)) is { } child && Standard(child, live, pinned).Any()
            : live?.GetValueOrDefault(step.Flow) is { Type: StateMachineType.Standard });
}
