using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks.Expressions;

/// <summary>Every expression is JSONata.</summary>
internal sealed class ExpressionSyntax()
    : FlowRule(
        FlowCodes.ExpressionSyntax,
        DiagnosticSeverity.Error,
        "An expression that is not JSONata.",
        "Step Functions evaluates JSONata 2.0.6 and refuses a machine with anything else."
    )
{
    public override void Check(CheckedFlow flow)
    {
        foreach (var expression in flow.Expressions)
        {
            foreach (var error in expression.Errors)
            {
                ReportInText(
                    flow,
                    expression.Pointer,
                    ExpressionText.Start + Math.Max(0, error.Position),
                    $"The expression is not JSONata ({error.Code}): {error.Message}",
                    "Correct the expression at this place."
                );
            }
        }

        foreach (var step in flow.Flow.AllSteps.OfType<RestApiStep>().Where(step => step.Select is not null))
        {
            flow.Analysis.Compile(step.Select!, out var errors);
            foreach (var error in errors)
            {
                ReportInText(
                    flow,
                    step.Pointer + "/select",
                    Math.Max(0, error.Position),
                    $"\"select\" is not JSONata ({error.Code}): {error.Message}",
                    "Correct it; it is applied to the answer's body and has no {% %} marks."
                );
            }
        }
    }
}
