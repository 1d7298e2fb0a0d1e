using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// A setting, or something that is started, that changes nothing the caller hears: noted, and always successful.
/// </summary>
internal sealed class PassThrough(string type) : ActionKind(type)
{
    public override ActionSupport Support => ActionSupport.PassedThrough;

    /// <summary>
    /// Nothing is known here about the action's parameters, which may hold other types than strings (routing criteria do).
    /// </summary>
    protected override bool IsAllText => false;

    public override ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken)
    {
        call.Tell(new CallEvent.SettingChanged(action.Type, ""));
        return new(ActionResult.Done);
    }

    protected override void Check(ActionCheck check)
    {
        check.NextAction();
        KnownRules.Check(check);
    }
}
