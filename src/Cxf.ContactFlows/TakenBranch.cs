using Cxf.ContactFlows.Actions;
using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows;

/// <summary>The branch that an action's result takes.</summary>
/// <param name="Branch">The branch that is taken.</param>
/// <param name="Target">The next action; null where the flow has none, so that the call drops.</param>
internal sealed record TakenBranch(Branch Branch, string? Target)
{
    /// <summary>The branch of an action that has nothing to decide.</summary>
    public static Branch Next { get; } = new("NextAction", null);

    public static TakenBranch Of(ContactFlowAction action, ActionResult result, Call call) =>
        result switch
        {
            ActionResult.Value value => OfValue(action, value.Result, call),
            ActionResult.Failed failed => OfFailure(action, failed.ErrorType, failed.Reason),
            _ => new TakenBranch(Next, action.Transitions.NextAction),
        };

    private static TakenBranch OfValue(ContactFlowAction action, CallValue? value, Call call)
    {
        var compared = action.Text("ComparisonValue");
        var isStatus = compared is not null && call.StatusReferences.Contains(compared);
        foreach (var (name, operand, target, _) in action.Transitions.Conditions)
        {
            // The operand can be a value of the call, too.
            var compareWith = Reference.Is(operand) ? call.Find(operand)?.Text : operand;
            if (value is not null && compareWith is not null && Operators.Holds(name, value, compareWith))
            {
                var problem = isStatus && operand is "FAILED" or "REJECTED" ? $"the function's status is {operand}" : null;
                return new TakenBranch(new Branch(Label(name, operand), problem), target);
            }
        }

        var shown = value is null ? "has no value" : $"is {value.Text}";
        return OfElse(action, isStatus ? $"the function's status {shown}" : null);
    }

    private static TakenBranch OfElse(ContactFlowAction action, string? problem)
    {
        var target = action.Transitions.Error(ErrorTypes.NoMatchingCondition)?.NextAction ?? action.Transitions.NextAction;
        return new TakenBranch(new Branch(ErrorTypes.NoMatchingCondition, problem), target);
    }

    private static TakenBranch OfFailure(ContactFlowAction action, string errorType, string reason)
    {
        return action.Transitions.Error(errorType) is { } error
            ? new TakenBranch(
                new Branch(error.ErrorType, ErrorTypes.IsExpected(errorType, error.ErrorType) ? null : reason),
                error.NextAction
            )
            : new TakenBranch(new Branch(errorType, $"{reason}, and the action has no branch for {errorType}"), null);
    }

    /// <summary>The label of a condition.</summary>
    public static string Label(string name, string operand) => $"{(name == Operators.EqualTo ? "=" : name)} {operand}";
}
