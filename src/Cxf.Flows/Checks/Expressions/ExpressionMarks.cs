using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks.Expressions;

/// <summary>A text is an expression as a whole or not at all.</summary>
internal sealed class ExpressionMarks()
    : FlowRule(
        FlowCodes.ExpressionMarks,
        DiagnosticSeverity.Error,
        "Text with {% or %} that is not an expression as a whole.",
        "It would be taken literally, and the caller would hear the marks."
    )
{
    public override void Check(CheckedFlow flow)
    {
        foreach (
            var expression in flow.Expressions.Where(expression =>
                !ExpressionText.TryRead(expression.Text, out _) && ExpressionText.LooksLikeExpression(expression.Text)
            )
        )
        {
            Report(
                flow,
                expression.Pointer,
                "The text holds {% or %} but is not an expression as a whole.",
                "Start the text with {% and end it with %}; join texts inside it with &."
            );
        }
    }
}
