using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// Lets a bot understand the caller, and branches on the intent. There is no bot here: the simulated caller says what it understands.
/// APIReference/participant-actions-connectparticipantwithlexbot.html
/// </summary>
internal sealed class ConnectParticipantWithLexBot() : ActionKind("ConnectParticipantWithLexBot")
{
    /// <summary>Asks the caller what the bot understands; without it there is nothing to go on with.</summary>
    public static async ValueTask<ActionResult> AskAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken)
    {
        var question = new Question(action.Identifier, Prompt.Of(action, call).Text, TimeSpan.Zero, StoresInput: false, WantsIntent: true);
        call.Tell(new CallEvent.Asked(question.Text));
        call.EndSilence();
        if (await call.Caller(question, cancellationToken) is not { Length: > 0 } intent)
        {
            return new ActionResult.End(CallEndKind.NotSimulated, "there is no Lex bot here, and the caller's intent was not given");
        }

        call.Data.Intent = intent;
        call.Tell(new CallEvent.Understood(intent));
        return new ActionResult.Value(CallValue.Of(intent));
    }

    /// <summary>That the bot itself is not here.</summary>
    public static void ReportBot(ActionCheck check) => check.Warning(
        ContactFlowCodes.NotSimulated, check.Action.Pointer + "/Parameters",
        "The simulator has no Lex bot.",
        "Say what it understands; else a simulated call that gets here ends here.");

    public override ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken) =>
        AskAsync(action, call, cancellationToken);

    protected override void Check(ActionCheck check)
    {
        Prompt.Check(check);
        check.Errors(ErrorTypes.NoMatchingCondition, ErrorTypes.NoMatchingError);
        ReportBot(check);
    }
}
