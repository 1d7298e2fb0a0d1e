using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks.Calls;

/// <summary>
/// A call that only reads has no body. RFC 9110 section 9.3.1 gives the body of a GET no meaning, and servers may refuse it.
/// </summary>
internal sealed class UnreadBody()
    : FlowRule(
        FlowCodes.UnreadBody,
        DiagnosticSeverity.Warning,
        "A GET or HEAD call with a body.",
        "HTTP gives this body no meaning: most servers ignore it, and some refuse the request."
    )
{
    public override void Check(CheckedFlow flow)
    {
        foreach (var step in flow.Flow.AllSteps.OfType<RestApiStep>())
        {
            if (step is { Method: "GET" or "HEAD", Body: not null })
            {
                Report(
                    flow,
                    step.Pointer + "/body",
                    $"\"{step.Label}\" sends a body with {step.Method}, which most servers ignore.",
                    "Send the values in \"query\", or use POST if the third party expects a body."
                );
            }
        }
    }
}
