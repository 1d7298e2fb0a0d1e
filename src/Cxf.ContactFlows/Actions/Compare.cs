using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>Branches on a value of the call. APIReference/flow-control-actions-compare.html</summary>
internal sealed class Compare() : ActionKind("Compare")
{
    public override ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken) =>
        new(new ActionResult.Value(call.Find(action.Text("ComparisonValue") ?? "")));

    protected override void Check(ActionCheck check)
    {
        if (check.Action.Text("ComparisonValue") is { Length: > 0 } value && !Reference.HasLeaf(value))
        {
            check.Error(
                ContactFlowCodes.ParameterValue,
                check.ParametersLocation("ComparisonValue"),
                $"\"{value}\" is not a reference to one value.",
                "Write a reference with a name after its namespace, such as $.External.status."
            );
        }

        check.NextAction();
        CheckConditions(check);
        check.Errors(ErrorTypes.NoMatchingCondition);
        check.OnlyErrors(ErrorTypes.NoMatchingCondition);
        var next = check.Action.Transitions.NextAction;
        if (check.Action.Transitions.Error(ErrorTypes.NoMatchingCondition) is { } error && error.NextAction != next)
        {
            check.Error(
                ContactFlowCodes.ElseBranch,
                check.TransitionsLocation("Errors"),
                $"The else branch leads to \"{error.NextAction}\" as NoMatchingCondition but to \"{next}\" as NextAction.",
                "Give both the same target."
            );
        }
    }

    private static void CheckConditions(ActionCheck check)
    {
        foreach (var (name, operand, _, pointer) in check.Action.Transitions.Conditions)
        {
            var location = pointer + "/Condition";
            if (!Operators.Names.Contains(name))
            {
                check.Error(
                    ContactFlowCodes.Condition,
                    location + "/Operator",
                    $"The flow language has no operator \"{name}\".",
                    $"Use {string.Join(", ", Operators.Names)}."
                );
            }
            else if (Reference.Is(operand) && !Reference.HasLeaf(operand))
            {
                check.Error(
                    ContactFlowCodes.Condition,
                    location + "/Operands",
                    $"\"{operand}\" is not a reference to one value.",
                    "Write a reference with a name after its namespace, or a literal."
                );
            }
            else if (Operators.IsNumeric(name) && !Reference.Is(operand) && !Operators.IsNumber(operand))
            {
                check.Error(
                    ContactFlowCodes.Condition,
                    location + "/Operands",
                    $"{name} cannot compare with \"{operand}\".",
                    "Use a number, in quotes."
                );
            }
        }
    }
}
