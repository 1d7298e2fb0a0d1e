using System.Text.Json;
using Cxf.ContactFlows.Simulation;
using Cxf.Flows.Runs;
using Spectre.Console;

namespace Cxf.Local.Output;

/// <summary>Prints a call as it happens: one line per event, with the time since the call began.</summary>
internal sealed class CallPrinter(Lines lines, PersonalData personalData)
{
    private const int TimeWidth = 7;
    private const int WordWidth = 9;
    private const string RunId = "runId";
    private const int ShownOfRunId = 9;

    /// <summary>
    /// Whether the settings, attributes and expected branches of the contact flow are shown, and values in full. Default: only
    /// what the caller and the functions do.
    /// </summary>
    public bool ShowsContactFlow { get; init; }

    /// <summary>Prints one event; give it to <see cref="CallOptions.Observer"/>.</summary>
    public void Print(CallEvent happened)
    {
        switch (happened)
        {
            case CallEvent.Said said:
                Line(happened, "says", Quote(said.Text), Color.Green);
                break;
            case CallEvent.Asked asked:
                Line(happened, "asks", Quote(asked.Text), Color.Green);
                break;
            case CallEvent.Pressed pressed:
                Line(happened, "caller", $"presses {Keys(pressed.Keys)}", Color.Yellow);
                break;
            case CallEvent.NothingPressed nothing:
                Line(happened, "caller", $"presses nothing for {Durations.Seconds(nothing.Time)}", Color.Yellow);
                break;
            case CallEvent.Understood understood:
                Line(happened, "bot", $"understands {understood.Intent}", Color.Yellow);
                break;
            case CallEvent.AttributeSet set when !ShowsContactFlow:
                // A sensitive value must be known before something that contains it is said.
                personalData.Member(set.Name, set.Value);
                break;
            case CallEvent.SettingChanged when !ShowsContactFlow:
            case CallEvent.BranchTaken { Branch.IsExpected: true } when !ShowsContactFlow:
                break;
            case CallEvent.AttributeSet set:
                Line(happened, "sets", $"{set.Name} = {personalData.Member(set.Name, set.Value)}", Color.Default);
                break;
            case CallEvent.SettingChanged setting:
                Line(
                    happened,
                    "sets",
                    setting.Value.Length == 0 ? setting.Setting : $"{setting.Setting}: {setting.Value}",
                    Color.Default
                );
                break;
            case CallEvent.Invoking invoking:
                Line(happened, "invokes", $"{Name(invoking.FunctionArn)} with {Members(invoking.Parameters)}", Color.Blue);
                break;
            case CallEvent.Invoked invoked:
                PrintAnswer(happened, invoked.Outcome);
                break;
            case CallEvent.Waited waited:
                Line(happened, "waits", Durations.Seconds(waited.Time), Color.Default);
                break;
            case CallEvent.ValueMissing missing:
                Line(happened, "note", $"{missing.Reference} has no value", Color.Red);
                break;
            case CallEvent.BranchTaken taken:
                Line(
                    happened,
                    "branch",
                    $"{happened.Action}: {taken.Branch.Label} -> {taken.NextAction}",
                    Colour(taken.Branch.IsExpected)
                );
                break;
            case CallEvent.Ended ended:
                Line(happened, "ends", ended.End.Detail, Colour(ended.End.IsRegular));
                break;
            default:
                break;
        }
    }

    /// <summary>Prints whether the call took an expected path, and why not.</summary>
    public void PrintResult(CallReport call)
    {
        if (call.UnusedKeys.Count > 0)
        {
            lines.Write(
                $"The contact flow did not use the {(call.UnusedKeys.Count == 1 ? "keys" : "answers")} "
                    + $"{string.Join(", ", call.UnusedKeys)}: it asked {Plural(call.Questions)}."
            );
        }

        PrintResult(call.Result);
    }

    /// <summary>Prints whether the call took an expected path, and why not.</summary>
    public void PrintResult(CallResult call) =>
        lines.Write(
            call.Problem is { } problem
                ? ($"The call ended on an error branch. {personalData.ShownSentence(problem)}", Color.Red)
                : ("The call took an expected path.", Color.Green)
        );

    private void PrintAnswer(CallEvent happened, FunctionOutcome outcome)
    {
        var tries = outcome.Tries == 1 ? "" : $", {outcome.Tries} tries";
        var after = $"after {Durations.Text(outcome.Duration)}{tries}";
        if (outcome.Answer is { } answer)
        {
            Line(happened, "answer", $"{after}: {Members(answer)}", Color.Blue);
        }
        else
        {
            Line(happened, "failure", $"{after}: {personalData.ShownSentence(outcome.Failure ?? "")}", Color.Red);
        }
    }

    private void Line(CallEvent happened, string word, string text, Color color) =>
        lines.Write(
            TimeWidth + 2 + WordWidth,
            (Durations.Seconds(happened.At).PadLeft(TimeWidth) + "  ", Color.Default),
            (word.PadRight(WordWidth) + text, color)
        );

    private string Members(JsonElement element) =>
        element.ValueKind != JsonValueKind.Object
            ? personalData.Json(element.GetRawText())
            : string.Join("  ", element.EnumerateObject().Select(member => $"{member.Name}={Value(member)}"));

    private string Value(JsonProperty member) =>
        member.Name == RunId && !ShowsContactFlow && member.Value.ToString() is { Length: > ShownOfRunId } id
            ? id[..ShownOfRunId] + "…"
        : member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? personalData.Json(member.Value.GetRawText())
        : personalData.Member(member.Name, FlowAnswer.TextOf(member.Value)!);

    private static string Plural(int questions) => questions == 1 ? "1 question" : $"{questions} questions";

    private static Color Colour(bool foreseen) => foreseen ? Color.Default : Color.Red;

    private static string Keys(string keys) => keys.Length == 1 ? keys : $"{keys.Length} keys";

    /// <summary>A function's name from its ARN, with the alias.</summary>
    private static string Name(string functionArn) =>
        functionArn.IndexOf(":function:") is var at and >= 0 ? functionArn[(at + ":function:".Length)..] : functionArn;

    private string Quote(string text) => $"\"{personalData.ShownSentence(text)}\"";
}
