using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// The form of GetParticipantInput that asks nothing: it starts to keep keys that the caller presses before a question, or stops,
/// and then can store those that wait. adminguide/set-touchtone-buffer-behavior.html
/// </summary>
internal static class TouchToneBehavior
{
    private const string Setting = "EnableDTMFBuffer";

    /// <summary>The parameters of that form.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } =
    [.. Parameter.Texts(Setting, "StoreInput"), ActionParameters.Encryption];

    /// <summary>Whether the action has that form.</summary>
    public static bool Is(ContactFlowAction action)
    {
        foreach (var prompt in Prompt.Parameters)
        {
            if (ContactFlowJson.Member(action.Parameters, prompt) is not null)
            {
                return false;
            }
        }

        return action.Text(Setting) is not null && !ConnectParticipantWithLexBot.UsesBot(action);
    }

    public static ActionResult Run(ContactFlowAction action, Call call)
    {
        if (call.Options.Contact.Channel != "VOICE")
        {
            return ActionResult.Fails("only a voice contact has a touch-tone buffer");
        }

        var setting = call.Fill(action.Text(Setting)!);
        call.Tell(new CallEvent.SettingChanged("Touch-tone buffer", setting));
        if (Words.IsTrue(setting))
        {
            call.Keys.Start();
        }
        else if (call.Keys.Stop() is { Length: > 0 } waiting && Words.IsTrue(action.Text("StoreInput")))
        {
            call.Data.StoredInput = waiting;
        }

        return ActionResult.Done;
    }

    public static void CheckParameter(ActionCheck check) =>
        check.Word(Setting, StringComparer.OrdinalIgnoreCase, "True", "False");

    public static void Check(ActionCheck check)
    {
        check.Word("StoreInput", StringComparer.OrdinalIgnoreCase, "True", "False");
        check.NextAction();
        check.NoConditions();
        check.Errors(ErrorTypes.NoMatchingError);
    }
}
