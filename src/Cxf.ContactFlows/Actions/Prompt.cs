using System.Text.Json;
using Cxf.ContactFlows.Simulation;
using Cxf.Documents;

namespace Cxf.ContactFlows.Actions;

/// <summary>What an action says to the caller, as a person would write it down.</summary>
internal readonly record struct Prompt(string Text)
{
    private const string Ssml = "SSML";

    private static readonly string[] Names = ["Text", Ssml, "PromptId", "Media"];

    /// <summary>The parameters that hold a prompt; an action has one of them.</summary>
    public static ReadOnlySpan<string> Parameters => Names;

    public bool IsPause => Text == Markup.PauseText;

    /// <summary>Why the markup cannot be spoken; null for a text and for correct markup.</summary>
    public string? Problem { get; init; }

    /// <summary>The breaks of the markup together: time that the prompt takes beyond its words.</summary>
    public TimeSpan Pause { get; init; }

    public bool IsSilent => string.IsNullOrWhiteSpace(Text);

    public static void Check(ActionCheck check) => Check(check, check.Action.Parameters, check.ParametersLocation());

    /// <summary>Checks the markup of a prompt: alone, and with the values that a call puts in.</summary>
    public static void Check(ActionCheck check, JsonElement holder, string location)
    {
        if (ContactFlowJson.Text(holder, Ssml) is not { Length: > 0 } markup)
        {
            return;
        }

        var place = JsonPointer.Append(location, Ssml);
        var references = Reference.All(markup).DistinctBy(path => string.Join('.', path)).ToList();
        if (!Reference.Is(markup) && Markup.Problem(Reference.Replace(markup, _ => "x")) is { } problem)
        {
            check.Error(
                ContactFlowCodes.Markup,
                place,
                $"This prompt cannot be spoken: {problem}.",
                "Write <speak>…</speak>, close every tag, and write &amp; for & and &lt; for <."
            );
            return;
        }

        foreach (var path in references.Where(path => !Reference.IsPlain(path)))
        {
            var name = Reference.Text(path);
            check.Warning(
                ContactFlowCodes.Markup,
                place,
                Reference.Is(markup)
                    ? $"The value of {name} is spoken as markup; if it is an ordinary text, the prompt takes the error branch."
                    : $"If the value of {name} holds & or <, the prompt takes the error branch.",
                "Speak the value with a prompt of Text, which speaks any value as it is."
            );
        }
    }

    public static Prompt Of(ContactFlowAction action, Call call)
    {
        if (action.Text("Text") is { } text)
        {
            return new(call.Fill(text));
        }

        if (action.Text(Ssml) is { } markup)
        {
            var filled = call.Fill(markup);
            return new(Markup.Plain(filled)) { Problem = MarkupProblem(markup, filled, call), Pause = Markup.Breaks(filled) };
        }

        if (action.Text("PromptId") is { } id)
        {
            return new(Recorded(call.Fill(id)));
        }

        var media = ContactFlowJson.Member(action.Parameters, "Media") ?? default;
        return new(ContactFlowJson.Text(media, "Uri") is { } uri ? Recording(call.Fill(uri)) : "");
    }

    /// <summary>How a prompt of the instance is shown.</summary>
    public static string Recorded(string id) => $"(recorded prompt {id})";

    /// <summary>How a sound file is shown.</summary>
    public static string Recording(string uri) => $"(recording {uri})";

    /// <summary>Why the prompt cannot be spoken in this call: its own markup is wrong, or a value in it.</summary>
    private static string? MarkupProblem(string markup, string filled, Call call) =>
        Markup.Problem(filled) is not { } problem ? null
        : Reference.Is(markup) ? $"the value of {markup} is spoken as markup, but {problem}"
        : Markup.Problem(Reference.Replace(markup, _ => "x")) is { } own ? own
        : Reference.All(markup).FirstOrDefault(path => call.Data.Find(path)?.Text.AsSpan().ContainsAny('&', '<') == true)
            is { } wrong
            ? $"the value of {Reference.Text(wrong)} holds & or <, which markup does not take; speak it with a prompt of Text"
        : problem;
}
