using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.Analysis;
using Cxf.Flows.Model;
using Cxf.Flows.Runs;

namespace Cxf.Flows.Checks.Answers;

/// <summary>An answer stays below what Connect takes even where it holds what others said.</summary>
internal sealed class LargeOutput()
    : FlowRule(
        FlowCodes.LargeOutput,
        DiagnosticSeverity.Warning,
        "An answer that can be more than 32 KB.",
        "A call's whole answer can have 240 KB. Of what Amazon Connect does not accept, the caller hears nothing: the "
            + "answer becomes a failure that says so."
    )
{
    public override void Check(CheckedFlow flow)
    {
        if (flow.Sizes is not { } sizes)
        {
            return;
        }

        foreach (var step in flow.Flow.AllSteps.OfType<RespondStep>())
        {
            var outputs = FlowOutput.Of(step).Select(output => new FlowValue(output.Value, output.Pointer)).Append(step.Message);
            var bytes = outputs.Where(output => CanBeRead(output, flow)).Sum(output => sizes.Of(output, step));
            if (bytes > AnswerWriter.MaxBytes && OutputSize.OwnBytes(step) <= AnswerWriter.MaxBytes)
            {
                ReportName(
                    flow,
                    step.Pointer,
                    $"The answer of \"{step.Label}\" can have {bytes:N0} bytes; Amazon Connect accepts "
                        + $"{AnswerWriter.MaxBytes:N0}.",
                    "Answer with single fields, or with a part: $substring(…, 0, 1000)."
                );
            }
        }
    }

    // What a contact flow cannot read at all is reported as such.
    private static bool CanBeRead(FlowValue output, CheckedFlow flow) =>
        output.Json.ValueKind == JsonValueKind.String
        && flow.TypedAt(output.Pointer)?.Typing.Result.CanBe(PlaceNeed.Output.Kinds) != false;
}
