using Cxf.Documents;
using Cxf.Flows.Checks;

namespace Cxf.Flows.FlowTests.Rules;

/// <summary>Every step that a test names is one of the flow.</summary>
internal sealed class TestStepUnknown()
    : FlowRule(
        FlowCodes.TestStepUnknown,
        DiagnosticSeverity.Error,
        "A step that a test names and the flow does not have.",
        "Answers for it would never be asked for, and no run could visit it."
    )
{
    public override void Check(CheckedFlow flow)
    {
        // With a step that could not be read its label looks unknown; its own problem is reported already.
        var named = flow.Graph is null ? [] : NamedSteps.Callers(flow.Flow).Concat(NamedSteps.Visits(flow.Flow));
        foreach (
            var (label, pointer) in named.Where(step =>
                flow.Flow.Find(step.Label) is null
                && flow.Document.Lists(Kind.Code)
                && !NamedSteps.IsInPinnedFlow(flow.Flow, step.Label)
            )
        )
        {
            ReportName(
                flow,
                pointer,
                $"There is no step \"{label}\".",
                flow.Document.Suggest(label, [.. flow.Flow.AllSteps.Select(step => step.Label)])
            );
        }
    }
}
