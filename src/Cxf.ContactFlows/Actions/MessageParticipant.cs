using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>Speaks to the caller. APIReference/participant-actions-messageparticipant.html</summary>
internal sealed class MessageParticipant() : ActionKind("MessageParticipant")
{
    public override ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken)
    {
        var prompt = Prompt.Of(action, call);
        if (prompt.IsSilent)
        {
            return new(ActionResult.Fails("there is nothing to say: the text has no value"));
        }

        call.Tell(new CallEvent.Said(prompt.Text));
        call.EndSilence();
        return new(ActionResult.Done);
    }

    protected override void Check(ActionCheck check)
    {
        Prompt.Check(check);
        check.OneOf(Prompt.Parameters);
        check.Only([.. Prompt.Parameters, "SkipWhenDTMFBufferEnabled"]);
        check.NextAction();
        check.NoConditions();
        if (!check.Declares(ErrorTypes.NoMatchingError))
        {
            // Old exports lack it, so the service takes it; but the call drops when the prompt fails.
            check.Warning(
                ContactFlowCodes.MissingError,
                check.TransitionsLocation("Errors"),
                "The prompt has no error branch.",
                "Add one for NoMatchingError."
            );
        }
    }
}
