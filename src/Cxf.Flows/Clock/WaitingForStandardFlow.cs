using Cxf.ApiCalls.Diagnostics;
using Cxf.Flows.Checks;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;

namespace Cxf.Flows.Clock;

/// <summary>A flow whose caller waits runs only flows whose callers wait.</summary>
internal sealed class WaitingForStandardFlow() : FlowRule(FlowCodes.WaitingForStandardFlow, DiagnosticSeverity.Error,
    "A flow whose caller waits runs a live flow whose caller goes on.",
    "An EXPRESS machine can start a STANDARD one but never learns how it ended.")
{
    public override void Check(CheckedFlow flow)
    {
        foreach (var step in StepsIn(flow))
        {
            Report(flow, step.Pointer + "/flowId",
                $"The flow \"{step.Flow}\" {(step.Version is null ? "is live as" : "runs")} one whose caller goes on, but the caller of this one waits.",
                "Set \"caller\" to \"continues\", or run a flow whose caller waits.");
        }
    }

    /// <summary>The steps that run such a flow although the caller waits.</summary>
    public static IEnumerable<RunFlowStep> StepsIn(CheckedFlow flow) => flow is { Clock.Type: StateMachineType.Express, Surroundings: { } surroundings }
        ? ChildFlows.Standard(flow.Flow, surroundings.LiveFlows, surroundings.PinnedFlows)
        : [];
}
