using Cxf.Documents;
using Cxf.Flows.Model;
using Cxf.Jsonata;

namespace Cxf.Flows.Checks.Expressions;

/// <summary>Every expression can have a value.</summary>
internal sealed class NeverAValue()
    : FlowRule(
        FlowCodes.NeverAValue,
        DiagnosticSeverity.Error,
        "An expression that never has a value.",
        "Step Functions fails a state whose expression gives nothing (undefined)."
    )
{
    public override void Check(CheckedFlow flow)
    {
        foreach (
            var typed in flow.Typed.Where(typed =>
                typed is { NeverHasValue: true, AlwaysFails: false, Expression.Compiled.ContextReferences.Count: 0 }
            )
        )
        {
            var field = typed.Conflicts(JsonataConflictKind.NoSuchField).FirstOrDefault();
            if (field is { } missing)
            {
                ReportInText(
                    flow,
                    typed.Expression.Pointer,
                    ExpressionText.Start + missing.Position,
                    "The expression never has a value. " + missing.Message,
                    UnknownField.Fix(missing.Message)
                );
            }
            else
            {
                Report(flow, typed.Expression.Pointer, "The expression never has a value.", "Correct it, or remove the member.");
            }
        }
    }
}
