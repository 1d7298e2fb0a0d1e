using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// Chooses the voice. APIReference/contact-actions-updatecontacttexttospeechvoice.html names only the parameters;
/// the words are those that the live service takes.
/// </summary>
internal sealed class UpdateContactTextToSpeechVoice() : ActionKind("UpdateContactTextToSpeechVoice")
{
    public override ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken)
    {
        var voice = call.Fill(action.Text("TextToSpeechVoice") ?? "");
        call.Data.Voice = voice;
        call.Tell(new CallEvent.SettingChanged("Voice", voice));
        return new(ActionResult.Done);
    }

    protected override void Check(ActionCheck check)
    {
        // The reference writes them small; what the console exports begins with a capital.
        check.Word("TextToSpeechEngine", StringComparer.OrdinalIgnoreCase, "standard", "neural", "long-form", "generative");
        check.Word("TextToSpeechStyle", "None", "Conversational", "Newscaster");
        check.NextAction();
        check.NoConditions();
        if (!check.Declares(ErrorTypes.NoMatchingError))
        {
            // Old exports lack it too; see MessageParticipant.
            check.Warning(
                ContactFlowCodes.MissingError,
                check.TransitionsLocation("Errors"),
                "The voice has no error branch.",
                "Add one for NoMatchingError."
            );
        }
    }
}
