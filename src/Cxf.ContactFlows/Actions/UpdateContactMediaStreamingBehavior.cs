using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// Starts or stops streaming the customer's audio. APIReference/contact-actions-updatecontactmediastreamingbehavior.html
/// </summary>
internal sealed class UpdateContactMediaStreamingBehavior() : ActionKind("UpdateContactMediaStreamingBehavior")
{
    /// <summary>Its parameters hold lists of objects, which are not checked.</summary>
    public override void CheckAll(ActionCheck check) => Check(check);

    public override ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken)
    {
        call.Data.IsStreaming = call.Fill(action.Text("MediaStreamingState") ?? "") == "Enabled";
        call.Tell(new CallEvent.SettingChanged("Media streaming", call.Data.IsStreaming ? "Enabled" : "Disabled"));
        return new(ActionResult.Done);
    }

    protected override void Check(ActionCheck check) => check.NextAction();
}
