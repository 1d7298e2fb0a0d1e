using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>Speaks to the caller. APIReference/participant-actions-messageparticipant.html</summary>
internal sealed class MessageParticipant() : ActionKind("MessageParticipant")
{
    private const string SkipWhenBuffered = "SkipWhenDTMFBufferEnabled";

    public override async ValueTask<ActionResult> RunAsync(
        ContactFlowAction action,
        Call call,
        CancellationToken cancellationToken
    )
    {
        if (call.Keys.HasKeys && Words.IsTrue(action.Text(SkipWhenBuffered)))
        {
            return ActionResult.Done;
        }

        var prompt = Prompt.Of(action, call);
        if (prompt.Problem is { } problem)
        {
            return ActionResult.Fails(problem);
        }

        if (prompt.IsSilent)
        {
            return ActionResult.Fails("there is nothing to say: the text has no value");
        }

        if (!prompt.IsPause)
        {
            call.Tell(new CallEvent.Said(prompt.Text));
        }

        if (prompt.Pause > TimeSpan.Zero)
        {
            await call.WaitAsync(prompt.Pause, cancellationToken);
            call.Tell(new CallEvent.Waited(prompt.Pause));
        }

        call.EndSilence();
        return ActionResult.Done;
    }

    protected override void Check(ActionCheck check)
    {
        Prompt.Check(check);
        check.OneOf(Prompt.Parameters);
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
