using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>The call ends here: hung up, or the flow is over.</summary>
internal sealed class EndOfFlow(string type, CallEndKind kind, string detail) : ActionKind(type)
{
    public override ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken) =>
        new(new ActionResult.End(kind, detail));

    /// <summary>Nothing comes after the end.</summary>
    public static void CheckTransitions(ActionCheck check)
    {
        if (check.Action.Transitions.NextAction is not null)
        {
            check.Error(
                ContactFlowCodes.Transition,
                check.TransitionsLocation("NextAction"),
                $"{check.Action.Type} ends the flow; nothing comes after it.",
                "Write \"Transitions\": {}."
            );
        }

        check.NoConditions();
        check.OnlyErrors();
    }

    protected override void Check(ActionCheck check) => CheckTransitions(check);
}
