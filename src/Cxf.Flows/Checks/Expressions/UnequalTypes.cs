using Cxf.Documents;
using Cxf.Flows.Model;
using Cxf.Jsonata;

namespace Cxf.Flows.Checks.Expressions;

/// <summary>What is compared can be equal at all.</summary>
internal sealed class UnequalTypes()
    : FlowRule(
        FlowCodes.UnequalTypes,
        DiagnosticSeverity.Warning,
        "A comparison whose two sides are never of the same type.",
        "Equality converts nothing: 201 is not equal to \"201\", so the result is always the same."
    )
{
    public override void Check(CheckedFlow flow)
    {
        // What has no meaning at the top of an expression was reported; its value is not worth a word.
        foreach (
            var typed in flow.Typed.Where(typed =>
                !typed.NeverHasValue && typed.Expression.Compiled!.ContextReferences.Count == 0
            )
        )
        {
            foreach (var conflict in typed.Conflicts(JsonataConflictKind.NeverEqual))
            {
                ReportInText(
                    flow,
                    typed.Expression.Pointer,
                    ExpressionText.Start + conflict.Position,
                    Sentence(conflict.Message),
                    "Compare values of the same type: write a number without quotes (201) and a text in quotes. What a "
                        + "contact flow sends is text unless the contract says otherwise; $number(…) converts it."
                );
            }
        }
    }

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
