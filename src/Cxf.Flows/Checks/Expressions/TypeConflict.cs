using Cxf.Documents;
using Cxf.Flows.Analysis;
using Cxf.Flows.Model;
using Cxf.Jsonata;

namespace Cxf.Flows.Checks.Expressions;

/// <summary>No expression fails whatever values it gets, and none gives what its place can never use.</summary>
internal sealed class TypeConflict()
    : FlowRule(
        FlowCodes.TypeConflict,
        DiagnosticSeverity.Error,
        "An expression whose types can never fit.",
        "What the variables can be is known from the contract, the answers of calls and what steps assign; the "
            + "expression fails whenever the values that it works on exist."
    )
{
    public override void Check(CheckedFlow flow)
    {
        foreach (var typed in flow.Typed)
        {
            foreach (var conflict in typed.Conflicts(JsonataConflictKind.AlwaysFails))
            {
                ReportInText(
                    flow,
                    typed.Expression.Pointer,
                    ExpressionText.Start + conflict.Position,
                    conflict.Message,
                    Fix(conflict.Message)
                );
            }

            var (need, result) = (typed.Expression.Need, typed.Typing.Result);
            if (
                need != PlaceNeed.Output
                && !typed.AlwaysFails
                && !typed.NeverHasValue
                && result.Kinds != JsonataKinds.None
                && !result.CanBe(need.Kinds)
            )
            {
                Report(
                    flow,
                    typed.Expression.Pointer,
                    $"Here {need.Words} is needed, but the expression always gives {Kinds.InWords(result.Kinds)}.",
                    need == PlaceNeed.Condition
                        ? "Compare the value with something, e.g. with \" = \"."
                        : "Convert the value, or use another one."
                );
            }
        }
    }

    private static string Fix(string message) =>
        message.StartsWith("\"+\"", StringComparison.Ordinal) ? "Write & to join texts, or $number(…) to calculate with a text."
        : message.Contains(" compares ")
            ? "Compare values of the same type: write numbers without quotes, or convert the text with $number(…)."
        : message.Contains(" arguments") ? "Add the missing arguments."
        : "Convert the value, e.g. with $number(…) or $string(…), or use another one.";
}
