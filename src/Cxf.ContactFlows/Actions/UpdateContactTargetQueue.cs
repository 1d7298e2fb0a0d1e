using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// Sets the working queue, by its ARN, or the queue of an agent. APIReference/contact-actions-updatecontacttargetqueue.html
/// </summary>
internal sealed class UpdateContactTargetQueue() : ActionKind("UpdateContactTargetQueue")
{
    public override ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken)
    {
        var queue = call.Fill(action.Text("QueueId") ?? action.Text("AgentId") ?? "");
        if (queue.Length == 0)
        {
            return new(ActionResult.Fails("the queue has no value"));
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
