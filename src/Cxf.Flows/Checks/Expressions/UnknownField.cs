using Cxf.Documents;
using Cxf.Flows.Model;
using Cxf.Jsonata;

namespace Cxf.Flows.Checks.Expressions;

/// <summary>The fields that an expression reads can be there.</summary>
internal sealed class UnknownField()
    : FlowRule(
        FlowCodes.FieldUnknown,
        DiagnosticSeverity.Warning,
        "A field that the value never has.",
        "A contract without further properties, the answer of a call and the contact have known fields; another name "
            + "gives nothing, without an error."
    )
{
    public override void Check(CheckedFlow flow)
    {
        // Where the whole expression has no value because of it, that is the greater problem and reported as such.
        foreach (var typed in flow.Typed.Where(typed => !typed.NeverHasValue))
        {
            foreach (var conflict in typed.Conflicts(JsonataConflictKind.NoSuchField))
            {
                ReportInText(
                    flow,
                    typed.Expression.Pointer,
                    ExpressionText.Start + conflict.Position,
                    conflict.Message,
                    Fix(conflict.Message)
                );
            }
        }
    }

    internal static string Fix(string message) =>
        message.Contains("\"customerNumber\"") || message.Contains("\"systemNumber\"")
            ? "Name it in \"contactFields\", so that the run's input holds it."
            : "Correct the name, or add the field to the contract.";
}
