using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks.Expressions;

/// <summary>Every variable in an expression is one that the flow has.</summary>
internal sealed class UnknownVariable()
    : FlowRule(
        FlowCodes.VariableUnknown,
        DiagnosticSeverity.Error,
        "A variable that nothing defines.",
        "The expression would find nothing under the name, and the run would fail."
    )
{
    public override void Check(CheckedFlow flow)
    {
        var variables = FlowVariables.Of(flow);
        foreach (var expression in flow.Expressions)
        {
            foreach (
                var variable in expression.Compiled?.FreeVariables.Where(variable =>
                    !variables.Has(variable.Name) && flow.Document.Lists(Kind.Code)
                )
                    ?? []
            )
            {
                var end = ExpressionText.Start + variable.Start + variable.Length;
                var isCalled = expression.Text.AsSpan(end).TrimStart().StartsWith("(");
                ReportInText(
                    flow,
                    expression.Pointer,
                    ExpressionText.Start + variable.Start,
                    isCalled ? $"There is no function ${variable.Name}." : $"Nothing defines ${variable.Name}.",
                    flow.Document.Suggest(variable.Name, isCalled ? StepLabel.Functions : variables.Names, "$")
                );
            }
        }
    }
}
