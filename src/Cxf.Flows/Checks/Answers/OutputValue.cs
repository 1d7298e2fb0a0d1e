using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.Analysis;
using Cxf.Flows.Checks.Expressions;
using Cxf.Jsonata;

namespace Cxf.Flows.Checks.Answers;

/// <summary>What a <c>respond</c> step gives to the contact flow can be read there: the answer is a flat map of texts.</summary>
internal sealed class OutputValue()
    : FlowRule(
        FlowCodes.OutputValue,
        DiagnosticSeverity.Error,
        "An output that a contact flow cannot read.",
        "Amazon Connect accepts a flat map of texts from a function; numbers, true and false become texts, lists and "
            + "objects do not."
    )
{
    private const string Fix = "Give one value, e.g. \"{% $rest_api_1.body.id %}\".";

    public override void Check(CheckedFlow flow)
    {
        foreach (var (_, value, pointer) in FlowOutput.In(flow.Flow))
        {
            if (value.ValueKind is JsonValueKind.Array or JsonValueKind.Object or JsonValueKind.Null)
            {
                Report(flow, pointer, "A contact flow can read only texts, numbers and true or false.", Fix);
            }
        }

        foreach (
            var typed in flow.Typed.Where(typed =>
                typed.Expression.Need == PlaceNeed.Output && typed is { AlwaysFails: false, NeverHasValue: false }
            )
        )
        {
            if (!typed.Typing.Result.CanBe(PlaceNeed.Output.Kinds) && typed.Typing.Result.Kinds != JsonataKinds.None)
            {
                Report(
                    flow,
                    typed.Expression.Pointer,
                    "A contact flow can read only texts, numbers and true or false, but the expression always gives "
                        + $"{Kinds.InWords(typed.Typing.Result.Kinds)}.",
                    Fix
                );
            }
        }
    }
}
