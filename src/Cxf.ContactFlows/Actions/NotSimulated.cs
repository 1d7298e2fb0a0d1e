using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// An action that Amazon Connect has and the simulator has not. It is reported when the flow is read;
/// other paths of the flow can be simulated, and a call that reaches the action ends.
/// </summary>
internal sealed class NotSimulated(string type) : ActionKind(type)
{
    /// <summary>
    /// Only the report: nothing is known here about the action's parameters, which may hold other types than strings.
    /// </summary>
    public override void CheckAll(ActionCheck check) => Check(check);

    public override ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken) =>
        new(new ActionResult.End(CallEndKind.NotSimulated, $"{action.Type} is not simulated"));

    protected override void Check(ActionCheck check) =>
        check.Warning(
            ContactFlowCodes.NotSimulated,
            check.Action.Pointer + "/Type",
            $"The simulator does not know how {check.Action.Type} ends.",
            "A simulated call that gets here ends here."
        );
}
