using Cxf.Documents;
using Cxf.Flows.Checks;

namespace Cxf.Flows.FlowTests.Rules;

/// <summary>Only steps that call something are answered, or asked what they send.</summary>
internal sealed class TestStepCallsNothing()
    : FlowRule(
        FlowCodes.TestStepCallsNothing,
        DiagnosticSeverity.Error,
        "Answers or expected requests for a step that calls nothing.",
        "Only restApi steps call another system and only runFlow steps without a version start another flow; every "
            + "other step runs as it is."
    )
{
    public override void Check(CheckedFlow flow)
    {
        foreach (var (label, pointer) in NamedSteps.Callers(flow.Flow))
        {
            if (flow.Flow.Find(label) is { } step && !FlowTestMocks.Calls(step))
            {
                ReportName(
                    flow,
                    pointer,
                    $"The step \"{label}\" calls nothing.",
                    step is Model.RunFlowStep
                        ? $"The flow is compiled in: answer its own steps, as \"{label}_rest_api_1\"."
                        : "Name a step that calls another system or another flow."
                );
            }
        }
    }
}
