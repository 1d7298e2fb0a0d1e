using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// Sets the working queue, by its ARN, or the queue of an agent. APIReference/contact-actions-updatecontacttargetqueue.html
/// </summary>
internal sealed class UpdateContactTargetQueue() : ActionKind("UpdateContactTargetQueue")
{
    public override ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken)
    {
        var parameter = action.Text("QueueId") is null && action.Text("AgentId") is not null ? "AgentId" : "QueueId";
        var queue = call.Fill(action.Text(parameter) ?? "");
        if (queue.Length == 0)
        {
            return new(ActionResult.Fails(Call.NoValue(action, parameter)));
        }

        call.Data.QueueArn = queue;
        call.Tell(new CallEvent.SettingChanged("Working queue", call.Data.QueueName ?? queue));
        return new(ActionResult.Done);
    }

    protected override void Check(ActionCheck check)
    {
        check.OneOf("QueueId", "AgentId");
        check.NextAction();
    }
}
