using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// Starts or stops streaming the customer's audio. APIReference/contact-actions-updatecontactmediastreamingbehavior.html
/// </summary>
internal sealed class UpdateContactMediaStreamingBehavior() : ActionKind("UpdateContactMediaStreamingBehavior")
{
    private const string Enabled = "Enabled";

    /// <summary>Its parameters hold lists of objects, which are not checked.</summary>
    protected override bool IsAllText => false;

    public override ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken)
    {
        var starts = call.Fill(action.Text("MediaStreamingState") ?? "") == Enabled;
        var now = call.Clock.TimeProvider.GetUtcNow();
        var contact = call.Options.Contact;
        call.Data.Stream =
            starts ? new MediaStream($"arn:aws:kinesisvideo:{contact.Region}:111122223333:stream/{contact.ContactId}/1", now)
            : call.Data.Stream is { } stream ? stream with { Stopped = now }
            : null;
        call.Tell(new CallEvent.SettingChanged("Media streaming", starts ? Enabled : "Disabled"));
        return new(ActionResult.Done);
    }

    protected override void Check(ActionCheck check) => check.NextAction();
}
