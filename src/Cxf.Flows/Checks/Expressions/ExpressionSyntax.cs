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
        foreach (var expression in flow.Expressions.Where(expression => expression.Errors.Count > 0))
        {
            ExpressionText.TryRead(expression.Text, out var jsonata);
            Report(flow, expression.Pointer, ExpressionText.Start, JsonataMistake.Of(jsonata!, expression.Errors[0]));
        }

        foreach (var (pointer, start, jsonata) in flow.Jsonata())
        {
            foreach (var mistake in CalledField.In(jsonata))
            {
                Report(flow, pointer, start, mistake);
            }
        }

        foreach (var step in flow.Flow.AllSteps.OfType<RestApiStep>().Where(step => step.Select is not null))
        {
            var pointer = step.Pointer + "/select";
            if (ExpressionText.TryRead(step.Select!, out var marked))
            {
                Report(flow, pointer, "\"select\" is written without {% and %}.", $"Write \"{marked.Trim()}\".");
            }
            else if (flow.Analysis.Compile(step.Select!, out var errors) is null)
            {
                Report(flow, pointer, 0, JsonataMistake.Of(step.Select!, errors[0]));
            }
        }
    }

    private void Report(CheckedFlow flow, string pointer, int start, JsonataMistake mistake) =>
        ReportInText(flow, pointer, start + mistake.Index, mistake.Message, mistake.Fix);
}
