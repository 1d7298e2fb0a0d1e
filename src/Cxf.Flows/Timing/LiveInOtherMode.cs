using Cxf.Documents;
using Cxf.Flows.Checks;
using Cxf.Flows.Compiling;

namespace Cxf.Flows.Timing;

/// <summary>A flow that is live keeps its mode.</summary>
internal sealed class LiveInOtherMode()
    : FlowRule(
        FlowCodes.LiveInOtherMode,
        DiagnosticSeverity.Error,
        "The live version was published for a caller who waits, and the draft needs one who continues; or the reverse.",
        "A state machine's type can never change, so a flow's mode is fixed at its first publish."
    )
{
    public override void Check(CheckedFlow flow)
    {
        if (flow is not { Context.LiveType: { } live, Timing: { } timing } || timing.Type == live)
        {
            return;
        }

        if (live == StateMachineType.Standard)
        {
            Report(
                flow,
                "/caller",
                "The flow is live as one whose caller continues (STANDARD), and now its caller would wait (EXPRESS).",
                "Set \"caller\" to \"continues\", or publish it as a new flow."
            );
        }
        else if (timing.FitsCaller)
        {
            Report(
                flow,
                "/caller",
                "The flow is live as one whose caller waits (EXPRESS), and now its caller would go on (STANDARD).",
                "Set \"caller\" to \"waits\" or \"auto\", or publish it as a new flow."
            );
        }
        else
        {
            Report(
                flow,
                "/caller",
                "The flow is live as one whose caller waits (EXPRESS). " + TooLong.Sentence(timing),
                TooLong.Fix(timing) + " Or publish it as a new flow."
            );
        }
    }
}
