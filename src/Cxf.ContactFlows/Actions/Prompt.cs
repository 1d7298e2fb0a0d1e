using System.Text;
using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>What an action says to the caller, as a person would write it down.</summary>
internal readonly record struct Prompt(string Text)
{
    /// <summary>The parameters that hold a prompt; an action has one of them.</summary>
    public static ReadOnlySpan<string> Parameters => Names;

    private static readonly string[] Names = ["Text", "SSML", "PromptId", "Media"];

    public bool IsSilent => string.IsNullOrWhiteSpace(Text);

    public static void Check(ActionCheck check)
    {
        check.Text("Text", "Write the text to say.");
        check.Text("SSML", "Write the markup to say.");
        check.Text("PromptId", "Write the ARN of a prompt.");
    }

    public static Prompt Of(ContactFlowAction action, Call call)
    {
        if (action.Text("Text") is { } text)
        {
            return new(call.Fill(text));
        }

        if (action.Text("SSML") is { } markup)
        {
            return new(Plain(call.Fill(markup)));
        }

        if (action.Text("PromptId") is { } id)
        {
            return new($"(recorded prompt {call.Fill(id)})");
        }

        var media = ContactFlowJson.Member(action.Parameters, "Media") ?? default;
        return new(ContactFlowJson.Text(media, "Uri") is { } uri ? $"(recording {call.Fill(uri)})" : "");
    }

    /// <summary>SSML without its tags. A prompt that is only a pause is not silent: it is shown as "(pause)".</summary>
    private static string Plain(string markup)
    {
        var plain = new StringBuilder();
        var depth = 0;
        foreach (var c in markup)
        {
            depth += c == '<' ? 1 : 0;
            if (depth == 0)
            {
                plain.Append(char.IsWhiteSpace(c) ? ' ' : c);
            }

            depth -= c == '>' && depth > 0 ? 1 : 0;
        }

        var words = string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 && markup.Contains("<break") ? "(pause)" : words;
    }
}
