using Cxf.Local.ContactFlows.Walking;

namespace Cxf.Local.ContactFlows.Actions;

/// <summary>A setting that changes nothing the caller hears: noted, and always successful.</summary>
internal sealed class PassThrough(string type) : ActionKind(type)
{
    public override ValueTask<ActionResult> RunAsync(FlowAction action, Call call, CancellationToken cancellationToken)
    {
        call.Tell(new CallEvent.SettingChanged(action.Type, ""));
        return new(ActionResult.Done);
    }

    protected override void Check(ActionCheck check) => check.NextAction();
}
