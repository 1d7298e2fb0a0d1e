using System.Text;
using Cxf.Documents;
using Cxf.Flows.Model;
using Cxf.Flows.Runs;

namespace Cxf.Flows.Checks.Answers;

/// <summary>An answer whose fixed text is already too long can never be given.</summary>
internal sealed class OutputSize()
    : FlowRule(
        FlowCodes.OutputSize,
        DiagnosticSeverity.Error,
        "An answer of more than 32 KB.",
        "Amazon Connect takes at most 32 KB from a function (administrator guide, \"AWS Lambda function\" block) and "
            + "takes the error branch instead."
    )
{
    public override void Check(CheckedFlow flow)
    {
        foreach (var step in flow.Flow.AllSteps.OfType<RespondStep>())
        {
            if (OwnBytes(step) is var bytes && bytes > AnswerWriter.MaxBytes)
            {
                ReportName(
                    flow,
                    step.Pointer,
                    $"The answer itself has {bytes:N0} bytes; Amazon Connect accepts {AnswerWriter.MaxBytes:N0}.",
                    "Shorten them."
                );
            }
        }
    }

    /// <summary>The bytes of what the document itself says; what expressions give is not counted.</summary>
    public static int OwnBytes(RespondStep step) =>
        FlowOutput
            .Of(step)
            .Select(output => output.Value.GetRawText())
            .Append(step.Message.Json.GetRawText())
            .Where(text => !text.StartsWith("\"{%"))
            .Sum(Encoding.UTF8.GetByteCount);
}
