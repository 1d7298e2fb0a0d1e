using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// An action whose end the simulator cannot know: it needs a <see cref="GivenResult"/>. Without one it is an error on a channel
/// that the action does not have (adminguide/show-view-block.html), and elsewhere the call ends.
/// </summary>
internal sealed class NotSimulated(string type) : ActionKind(type)
{
    public const string ShowView = "ShowView";

    public override ActionSupport Support => ActionSupport.NeedsResult;

    /// <summary>
    /// Only the report: nothing is known here about the action's parameters, which may hold other types than strings.
    /// </summary>
    protected override bool IsAllText => false;

    public override ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken) =>
        new(
            Type == ShowView && call.Options.Contact.Channel == "VOICE"
                ? ActionResult.Fails("a voice call has no screen to show a view on")
                : new ActionResult.End(
                    CallEndKind.NotSimulated,
                    $"nobody says how {action.Type} ends; give a result for \"{action.Identifier}\""
                )
        );

    private static string Result(ContactFlowAction action) =>
        action.Transitions is { Conditions: [var condition, ..] } ? condition.Operand
        : action.Transitions is { Errors: [var error, ..] } ? error.ErrorType
        : ErrorTypes.NoMatchingError;

    protected override void Check(ActionCheck check) =>
        check.Warning(
            ContactFlowCodes.NotSimulated,
            check.Action.Pointer + "/Type",
            $"The simulator does not know how {check.Action.Type} ends.",
            $"Give its result: cxf call --result \"{check.Action.Identifier}={Result(check.Action)}\". Without one, the call "
                + "ends here, or takes the error branch."
        );
}
