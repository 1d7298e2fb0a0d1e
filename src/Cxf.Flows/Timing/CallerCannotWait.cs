using Cxf.Documents;
using Cxf.Flows.Checks;
using Cxf.Flows.Model;

namespace Cxf.Flows.Timing;

/// <summary>Where the author says that the caller waits, every path is within the caller's limit.</summary>
internal sealed class CallerCannotWait()
    : FlowRule(
        FlowCodes.CallerCannotWait,
        DiagnosticSeverity.Error,
        "The caller waits, but a path can take longer than the caller's time limit.",
        "Amazon Connect hangs up on a function after 8 seconds at most; the caller would hear an error while the flow continues."
    )
{
    public override void Check(CheckedFlow flow)
    {
        // That the flow waits for one whose caller continues is the greater problem, and reported as such.
        if (
            flow is { Flow.Caller: CallerMode.Waits, Timing: { FitsCaller: false } timing }
            && !WaitingForStandardFlow.RunsIn(flow).Any()
        )
        {
            Report(
                flow,
                "/caller",
                TooLong.Sentence(timing),
                TooLong.Fix(timing) + " Or set \"caller\" to \"auto\": the contact flow then asks for the answer later."
            );
        }
    }
}
