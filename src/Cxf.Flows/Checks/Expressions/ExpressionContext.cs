using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks.Expressions;

/// <summary>Expressions start from variables.</summary>
internal sealed class ExpressionContext()
    : FlowRule(
        FlowCodes.ExpressionContext,
        DiagnosticSeverity.Error,
        "$, $$ or a bare field name at the top of an expression.",
        "An expression of a state has no input of its own, so Step Functions refuses them."
    )
{
    public override void Check(CheckedFlow flow)
    {
        foreach (var expression in flow.Expressions)
        {
            foreach (var context in expression.Compiled?.ContextReferences ?? [])
            {
                ReportInText(
                    flow,
                    expression.Pointer,
                    ExpressionText.Start + context.Start,
                    $"\"{context.Text}\" has no meaning at the top of an expression.",
                    "Start from a variable: $payload, $contact, $flow or a step's label."
                );
            }
        }
    }
}
