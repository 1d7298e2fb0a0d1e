using Cxf.Documents;
using Cxf.Flows.Checks;
using Cxf.Flows.Model;
using Cxf.StatesLanguage;

namespace Cxf.Flows.Costs;

/// <summary>What a step puts together stays below what a state can pass on.</summary>
internal sealed class LargeResult()
    : FlowRule(
        FlowCodes.LargeResult,
        DiagnosticSeverity.Warning,
        "Answers that together can exceed 256 KiB.",
        "A state's input, its result and a variable hold at most 262,144 bytes; beyond that the run ends with "
            + "States.DataLimitExceeded, which nothing can catch."
    )
{
    private const string SelectFix =
        "Give the calls in it a \"select\" that keeps what is needed, or end each part with a smaller result.";

    private const string PickFix = "Take only what is needed of each answer, by \"select\" in the call or by its fields here.";

    public override void Check(CheckedFlow flow)
    {
        if (flow.Sizes is not { } sizes)
        {
            return;
        }

        foreach (var step in flow.Flow.AllSteps)
        {
            switch (step)
            {
                case ForEachStep or ParallelStep:
                    Report(
                        flow,
                        step,
                        $"The result of \"{step.Label}\" gathers whole answers",
                        sizes.OfResult(step, []),
                        SelectFix
                    );
                    break;
                case TransformStep:
                    Report(flow, step, $"What \"{step.Label}\" assigns holds whole answers", sizes.OfResult(step, []), PickFix);
                    break;
                case RestApiStep call:
                    Report(
                        flow,
                        step,
                        $"The request of \"{step.Label}\" holds whole answers",
                        call.Values.Sum(value => sizes.Of(value, step)),
                        PickFix
                    );
                    break;
                case RunFlowStep run:
                    Report(
                        flow,
                        step,
                        $"The payload of \"{step.Label}\" holds whole answers",
                        sizes.Of(run.Payload, step),
                        PickFix
                    );
                    break;
            }
        }
    }

    private void Report(CheckedFlow flow, FlowStep step, string what, double bytes, string fix)
    {
        if (bytes > ServiceLimits.PayloadBytes)
        {
            ReportName(flow, step.Pointer, $"{what}, up to {bytes / 1024:N0} KiB; a state can pass on 256.", fix);
        }
    }
}
