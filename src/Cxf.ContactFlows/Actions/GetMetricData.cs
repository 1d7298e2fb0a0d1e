using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// Reads the numbers of the queue, which the call's options set, to <c>$.Metrics</c>. adminguide/get-queue-metrics.html
/// </summary>
internal sealed class GetMetricData() : ActionKind("GetMetricData")
{
    public override ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken)
    {
        call.Data.Metrics = call.Options.Metrics;
        call.Tell(new CallEvent.SettingChanged(action.Type, ""));
        return new(ActionResult.Done);
    }

    protected override void Check(ActionCheck check) => check.NextAction();
}
