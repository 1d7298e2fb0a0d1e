using System.Globalization;
using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// Asks the caller for a key to branch on, or (StoreInput True) for digits to keep.
/// APIReference/participant-actions-getparticipantinput.html, with the corrections of the live service.
/// </summary>
internal sealed class GetParticipantInput() : ActionKind("GetParticipantInput")
{
    /// <summary>What $.StoredCustomerInput holds when nothing was pressed. adminguide/store-customer-input.html</summary>
    public const string TimedOut = "Timeout";

    /// <summary>Many flows ask again for as long as nothing is pressed; no caller stays that long.</summary>
    private const int MaxUnanswered = 20;

    private const int DefaultTimeLimitSeconds = 5;

    /// <summary>Seven days, on chats and tasks; a voice call waits 180 s at most. adminguide/get-customer-input.html</summary>
    private const int MaxTimeLimitSeconds = 604_800;

    public override async ValueTask<ActionResult> RunAsync(
        ContactFlowAction action,
        Call call,
        CancellationToken cancellationToken
    )
    {
        if (TouchToneBehavior.Is(action))
        {
            return TouchToneBehavior.Run(action, call);
        }

        if (ConnectParticipantWithLexBot.UsesBot(action))
        {
            return await ConnectParticipantWithLexBot.AskAsync(action, call, cancellationToken);
        }

        var prompt = Prompt.Of(action, call);
        if (prompt.Problem is { } problem)
        {
            return ActionResult.Fails(problem);
        }

        if (call.Keys.HasKeys)
        {
            return Take(action, call, call.Keys.TakeAll());
        }

        var question = new Question(action.Identifier, prompt.Text, TimeLimit(action, call), Stores(action))
        {
            KeepsKeys = call.Keys.IsOn,
        };
        call.Tell(new CallEvent.Asked(question.Text));
        call.EndSilence();
        var keys = await call.Caller(question, cancellationToken);
        if (string.IsNullOrEmpty(keys))
        {
            call.Clock.Skip(question.TimeLimit);
            call.Tell(new CallEvent.NothingPressed(question.TimeLimit));
            if (++call.Unanswered == MaxUnanswered)
            {
                return new ActionResult.End(
                    CallEndKind.HungUp,
                    $"the caller hangs up after {MaxUnanswered} questions without an answer"
                );
            }

            return question.StoresInput
                ? Keep(call, TimedOut)
                : ActionResult.Fails("no key in time", ErrorTypes.InputTimeLimitExceeded);
        }

        return Take(action, call, keys);
    }

    protected override IReadOnlyList<Parameter>? Parameters(ContactFlowAction action) =>
        TouchToneBehavior.Is(action) ? TouchToneBehavior.Parameters : base.Parameters(action);

    protected override void Check(ActionCheck check)
    {
        TouchToneBehavior.CheckParameter(check);
        if (TouchToneBehavior.Is(check.Action))
        {
            TouchToneBehavior.Check(check);
            return;
        }

        Prompt.Check(check);
        check.OneOf(Prompt.Parameters);
        check.Word("StoreInput", StringComparer.OrdinalIgnoreCase, "True", "False");
        check.Number("InputTimeLimitSeconds", 1, MaxTimeLimitSeconds);
        check.NextAction();
        if (ConnectParticipantWithLexBot.UsesBot(check.Action))
        {
            ConnectParticipantWithLexBot.ReportBot(check);
        }
        else if (Stores(check.Action))
        {
            CheckStoring(check);
        }
        else
        {
            CheckMenu(check);
        }
    }

    private static void CheckStoring(ActionCheck check)
    {
        check.NoConditions();
        check.Errors(ErrorTypes.NoMatchingError);
        check.OnlyErrors(ErrorTypes.NoMatchingError, ErrorTypes.InvalidPhoneNumber);
        if (check.Has("InputEncryption"))
        {
            CheckEncryption(check);
            check.Warning(
                ContactFlowCodes.NotSimulated,
                check.ParametersLocation("InputEncryption"),
                "The simulator does not encrypt.",
                "It keeps the digits as they are; use no real ones."
            );
        }
    }

    /// <summary>The service encrypts only digits whose length is checked (live service).</summary>
    private static void CheckEncryption(ActionCheck check)
    {
        var validation = ContactFlowJson.Member(check.Action.Parameters, "InputValidation") ?? default;
        if (ContactFlowJson.Member(validation, "CustomValidation") is null)
        {
            check.Error(
                ContactFlowCodes.MissingParameter,
                check.ParametersLocation("InputValidation"),
                "InputEncryption needs CustomValidation.",
                """Write {"CustomValidation": {"MaximumLength": "16"}}."""
            );
        }
    }

    private static void CheckMenu(ActionCheck check)
    {
        check.Errors(ErrorTypes.InputTimeLimitExceeded, ErrorTypes.NoMatchingCondition, ErrorTypes.NoMatchingError);
        foreach (var (name, operand, _, pointer) in check.Action.Transitions.Conditions)
        {
            if (name != Operators.EqualTo || operand.Length != 1 || !"0123456789*#".Contains(operand))
            {
                check.Error(
                    ContactFlowCodes.Condition,
                    pointer + "/Condition",
                    "A menu compares one key with Equals.",
                    "Use one of 0 to 9, * and #; for several digits use StoreInput and a Compare."
                );
            }
        }
    }

    private static TimeSpan TimeLimit(ContactFlowAction action, Call call)
    {
        var text = call.Fill(action.Text("InputTimeLimitSeconds") ?? "");
        var given = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds);
        return TimeSpan.FromSeconds(given ? seconds : DefaultTimeLimitSeconds);
    }

    private static ActionResult Take(ContactFlowAction action, Call call, string keys)
    {
        call.Unanswered = 0;
        return Stores(action) ? Store(action, call, keys) : Branch(call, keys);
    }

    private static ActionResult.Value Branch(Call call, string keys)
    {
        var key = keys[..1];
        call.Keys.Keep(keys.AsSpan(1));
        call.Tell(new CallEvent.Pressed(key));
        return new ActionResult.Value(CallValue.Of(key));
    }

    private static ActionResult Store(ContactFlowAction action, Call call, string keys)
    {
        var digits = StoredInput.Read(action, keys);
        call.Keys.Keep(keys.AsSpan(digits.Taken));
        call.Tell(new CallEvent.Pressed(digits.Text));
        return digits.IsValid
            ? Keep(call, digits.Text)
            : ActionResult.Fails("what was keyed in is not a phone number", ErrorTypes.InvalidPhoneNumber);
    }

    private static ActionResult Keep(Call call, string text)
    {
        call.Data.StoredInput = text;
        return ActionResult.Done;
    }

    private static bool Stores(ContactFlowAction action) => Words.IsTrue(action.Text("StoreInput"));
}
