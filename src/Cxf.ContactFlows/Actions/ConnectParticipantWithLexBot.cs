using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// Lets a bot understand the caller, and branches on the intent. The simulator has no bot: the caller script gives the intent.
/// APIReference/participant-actions-connectparticipantwithlexbot.html
/// </summary>
internal sealed class ConnectParticipantWithLexBot() : ActionKind("ConnectParticipantWithLexBot")
{
    /// <summary>Asks the caller what the bot understands; without an answer the call cannot continue.</summary>
    public static async ValueTask<ActionResult> AskAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken)
    {
        var prompt = Prompt.Of(action, call);
        if (prompt.Problem is { } problem)
        {
            return ActionResult.Fails(problem);
        }

        var question = new Question(action.Identifier, prompt.Text, TimeSpan.Zero, StoresInput: false, WantsIntent: true);
        // The bot hears nothing of what was pressed before.
        call.Keys.Clear();
        call.Tell(new CallEvent.Asked(question.Text));
        call.EndSilence();
        if (await call.Caller(question, cancellationToken) is not { Length: > 0 } answer)
        {
            return new ActionResult.End(CallEndKind.NotSimulated, "the simulator has no Lex bot, and no intent was given");
        }

        var sent = action
            .Members("LexSessionAttributes")
            .ToDictionary(attribute => attribute.Name, attribute => call.Fill(ContactFlowJson.Scalar(attribute.Value) ?? ""));
        var understood = UnderstoodIntent.Read(answer, sent);
        call.Data.Lex = understood;
        call.Tell(new CallEvent.Understood(understood.Name));
        return new ActionResult.Value(CallValue.Of(understood.Name));
    }

    /// <summary>Whether the action asks through a bot.</summary>
    public static bool UsesBot(ContactFlowAction action) =>
        ContactFlowJson.Member(action.Parameters, "LexV2Bot") is not null
        || ContactFlowJson.Member(action.Parameters, "LexBot") is not null;

    /// <summary>Reports that the bot is not simulated.</summary>
    public static void ReportBot(ActionCheck check) =>
        check.Warning(
            ContactFlowCodes.NotSimulated,
            check.Action.Pointer + "/Parameters",
            "The simulator has no Lex bot.",
            $"Give the intent that it understands: cxf call --intent {Intent(check.Action)}. Without it, a simulated call "
                + "ends here."
        );

    private static string Intent(ContactFlowAction action) =>
        action.Transitions.Conditions is not [var condition, ..] ? "NAME"
        : condition.Operand.Contains(' ') ? $"\"{condition.Operand}\""
        : condition.Operand;

    public override ValueTask<ActionResult> RunAsync(ContactFlowAction action, Call call, CancellationToken cancellationToken) =>
        AskAsync(action, call, cancellationToken);

    protected override void Check(ActionCheck check)
    {
        Prompt.Check(check);
        check.OneOf("LexV2Bot", "LexBot");
        check.Errors(ErrorTypes.NoMatchingCondition, ErrorTypes.NoMatchingError);
        ReportBot(check);
    }
}
