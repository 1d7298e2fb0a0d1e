using Cxf.Documents;
using Cxf.Flows.Checks;
using Cxf.Flows.Model;

namespace Cxf.Flows.Timing;

/// <summary>Where the author says that the caller waits, every path is within the caller's limit.</summary>
internal sealed class CallerCannotWait()
    : FlowRule(
        FlowCodes.CallerCannotWait,
        DiagnosticSeverity.Error,
        "The caller is to wait, but some path can take longer than the caller does.",
        "Amazon Connect hangs up on a function after 8 seconds at most; the caller would hear an error while the flow goes on."
    )
{
    public override void Check(CheckedFlow flow)
    {
        // That the flow waits for one whose caller goes on is the greater problem, and reported as such.
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
