using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>Switches the flow's own log on or off. APIReference/flow-control-actions-updateflowloggingbehavior.html</summary>
internal sealed class UpdateFlowLoggingBehavior() : ActionKind("UpdateFlowLoggingBehavior")
{
    public override ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken)
    {
        call.Tell(new CallEvent.SettingChanged("Logging", action.Text("FlowLoggingBehavior") ?? ""));
        return new(ActionResult.Done);
    }

    protected override void Check(ActionCheck check)
    {
        check.Word("FlowLoggingBehavior", "Enabled", "Disabled");
        check.NextAction();
        check.NoConditions();
        check.OnlyErrors();
    }
}
