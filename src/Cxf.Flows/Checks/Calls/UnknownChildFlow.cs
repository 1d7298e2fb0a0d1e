using Cxf.ApiCalls.Diagnostics;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks.Calls;

/// <summary>A flow that is run live is live.</summary>
internal sealed class UnknownChildFlow() : FlowRule(FlowCodes.ChildFlowUnknown, DiagnosticSeverity.Error,
    "A flow that is run but is not live.",
    "The step starts the machine behind the other flow's alias, which exists from its first publish on.")
{
    public override void Check(CheckedFlow flow)
    {
        foreach (var step in flow.Flow.AllSteps.OfType<RunFlowStep>().Where(step => step.Version is null))
        {
            if (flow.Surroundings?.LiveFlows is { } live && !live.ContainsKey(step.Flow))
            {
                Report(flow, step.Pointer + "/flowId", $"The tenant has no live flow \"{step.Flow}\".",
                    live.Count == 0 ? "Publish it first." : $"Publish it first. {Suggestion.Of(step.Flow.Value, [.. live.Keys.Select(id => id.Value)])}");
            }
        }

        foreach (var step in flow.Flow.AllSteps.OfType<RunFlowStep>().Where(step => step.Version is not null))
        {
            if (flow.Surroundings?.PinnedFlows is { } pinned && !pinned.ContainsKey(new PinnedVersion(step.Flow, step.Version!.Value)))
            {
                Report(flow, step.Pointer + "/version", $"The flow \"{step.Flow}\" has no version {step.Version}.",
                    "Name a version that was published, or leave \"version\" out for whichever is live.");
            }
        }
    }
}
