using System.Text;
using Cxf.ApiCalls.Diagnostics;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks.Answers;

/// <summary>An answer whose own words are already too long can never be given.</summary>
internal sealed class OutputSize() : FlowRule(FlowCodes.OutputSize, DiagnosticSeverity.Error,
    "An answer of more than 32 KB.",
    "Amazon Connect takes at most 32 KB from a function (administrator guide, \"AWS Lambda function\" block) and takes the error branch instead.")
{
    /// <summary>Connect's limit in bytes of UTF-8.</summary>
    private const int MaxBytes = 32 * 1024;

    public override void Check(CheckedFlow flow)
    {
        foreach (var step in flow.Flow.AllSteps.OfType<RespondStep>())
        {
            // Expressions are not counted: what they give is not known here.
            var texts = FlowOutput.Of(step).Select(output => output.Value.GetRawText()).Append(step.Message.Json.GetRawText());
            var bytes = texts.Where(text => !text.StartsWith("\"{%")).Sum(Encoding.UTF8.GetByteCount);
            if (bytes > MaxBytes)
            {
                ReportName(flow, step.Pointer, $"The answer's own words are {bytes:N0} bytes; Connect takes {MaxBytes:N0}.", "Shorten them.");
            }
        }
    }
}
