using Cxf.Documents;
using Cxf.Flows.Analysis;
using Cxf.Jsonata;

namespace Cxf.Flows.Checks.Expressions;

/// <summary>A condition depends on something.</summary>
internal sealed class ConstantCondition()
    : FlowRule(
        FlowCodes.ConstantCondition,
        DiagnosticSeverity.Warning,
        "A condition that is always the same.",
        "It reads no variable, so the decision decides nothing."
    )
{
    public override void Check(CheckedFlow flow)
    {
        foreach (
            var typed in flow.Typed.Where(typed =>
                typed.Expression.Need == PlaceNeed.Condition && typed.Expression.Compiled!.IsConstant
            )
        )
        {
            if (!typed.AlwaysFails && typed.Typing.Result.CanBe(JsonataKinds.Boolean))
            {
                Report(
                    flow,
                    typed.Expression.Pointer,
                    "The condition reads no variable, so it is always the same.",
                    "Compare a variable, or lead the step before straight to the step that is meant."
                );
            }
        }
    }
}
