using Cxf.Documents;
using Cxf.Flows.Checks;
using Cxf.Flows.Model;

namespace Cxf.Flows.Timing;

/// <summary>
/// Where the author leaves it open, a flow that is too long for its caller runs on without the caller, and a diagnostic reports
/// it.
/// </summary>
internal sealed class CallerGoesOn()
    : FlowRule(
        FlowCodes.CallerGoesOn,
        DiagnosticSeverity.Info,
        "The flow can take longer than a caller waits, so the call continues without its answer.",
        "It becomes a STANDARD machine: ExecuteFlow answers RUNNING, and the contact flow asks GetFlowResult for the answer."
    )
{
    public override void Check(CheckedFlow flow)
    {
        if (flow is { Flow.Caller: CallerMode.Auto, Timing: { FitsCaller: false } timing })
        {
            Report(
                flow,
                "/caller",
                TooLong.Sentence(timing),
                $"Nothing, if the contact flow polls; say \"caller\": \"continues\" then. Else: {TooLong.Fix(timing)}"
            );
        }
    }
}
