using Cxf.Documents;
using Cxf.Flows.Analysis;
using Cxf.Flows.Checks;
using Cxf.Flows.Compiling;

namespace Cxf.Flows.Timing;

/// <summary>A flow whose caller waits runs only flows whose callers wait.</summary>
internal sealed class WaitingForStandardFlow()
    : FlowRule(
        FlowCodes.WaitingForStandardFlow,
        DiagnosticSeverity.Error,
        "A flow whose caller waits runs a live flow whose caller continues, directly or in a version that it compiles in.",
        "An EXPRESS machine can start a STANDARD one but never learns how it ended."
    )
{
    public override void Check(CheckedFlow flow)
    {
        foreach (var run in RunsIn(flow))
        {
            var (child, outer) = (run.Step.Flow, run.Outer);
            Report(
                flow,
                outer.Pointer + (run.IsInside ? "/version" : "/flowId"),
                run.IsInside
                    ? $"Version {outer.Version} of \"{outer.Flow}\" runs \"{child}\" ({run.Path}), which is live as one "
                        + "whose caller continues, but the caller of this one waits."
                    : $"The flow \"{child}\" is live as one whose caller continues, but the caller of this one waits.",
                "Set \"caller\" to \"continues\", or run a flow whose caller waits."
            );
        }
    }

    /// <summary>The steps that run such a flow although the caller waits.</summary>
    public static IEnumerable<FlowRun> RunsIn(CheckedFlow flow) =>
        flow is { Timing.Type: StateMachineType.Express, Context: { } context }
            ? StandardFlows.In(flow.Flow, context.LiveFlows, context.PinnedFlows)
            : [];
}
