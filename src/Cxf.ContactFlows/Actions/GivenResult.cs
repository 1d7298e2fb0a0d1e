using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>A result that the call's options give to an action, instead of what the simulator would find.</summary>
internal static class GivenResult
{
    /// <summary>The result; null where none is given for the action.</summary>
    public static ActionResult? Of(ContactFlowAction action, Call call)
    {
        if (call.Options.Decide(action) is not { } result)
        {
            return null;
        }

        call.Tell(new CallEvent.SettingChanged(action.Type, result));
        if (
            action.Transitions.Conditions.Any(condition =>
                Operators.Holds(condition.Operator, CallValue.Of(result), condition.Operand)
            )
        )
        {
            call.Data.ViewAction = action.Type == NotSimulated.ShowView ? result : call.Data.ViewAction;
            return new ActionResult.Value(CallValue.Of(result));
        }

        return ActionResult.Fails($"{action.Type} ends with {result}", result);
    }
}
