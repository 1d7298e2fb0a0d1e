using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>What an action says to the caller, as a person would write it down.</summary>
internal readonly partial record struct Prompt(string Text)
{
    private const string PauseText = "(pause)";

    /// <summary>The parameters that hold a prompt; an action has one of them.</summary>
    public static ReadOnlySpan<string> Parameters => Names;

    private static readonly string[] Names = ["Text", "SSML", "PromptId", "Media"];

    public bool IsPause => Text == PauseText;

    /// <summary>Why the markup cannot be spoken; null for a text and for correct markup.</summary>
    public string? Problem { get; init; }

    /// <summary>The breaks of the markup together: time that the prompt takes beyond its words.</summary>
    public TimeSpan Pause { get; init; }

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
            var filled = call.Fill(markup);
            return new(Plain(filled)) { Problem = MarkupProblem(filled), Pause = Breaks(filled) };
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

    /// <summary>Polly refuses markup that is not well-formed: a value with &amp; or &lt; in it is enough.</summary>
    private static string? MarkupProblem(string markup)
    {
        try
        {
            using var reader = XmlReader.Create(
                new StringReader(markup),
                new XmlReaderSettings
                {
                    DtdProcessing = DtdProcessing.Prohibit,
                    XmlResolver = null,
                    CheckCharacters = true,
                }
            );
            while (reader.Read())
            {
                if (reader.Depth == 0 && reader.NodeType == XmlNodeType.Element && reader.LocalName != "speak")
                {
                    return "the markup does not begin with <speak>";
                }
            }

            return null;
        }
        catch (XmlException)
        {
            return "the markup is not well-formed with the values of this call; a value must not hold & or <";
        }
    }

    /// <summary>What Polly's breaks take: <c>time="3s"</c> or <c>"500ms"</c>, up to ten seconds each.</summary>
    private static TimeSpan Breaks(string markup)
    {
        var total = TimeSpan.Zero;
        foreach (Match found in BreakTimes().Matches(markup))
        {
            var number = double.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            total += found.Groups[2].Value == "s" ? TimeSpan.FromSeconds(number) : TimeSpan.FromMilliseconds(number);
        }

        return total;
    }

    [GeneratedRegex("""<break\s[^>]*?time\s*=\s*["']([0-9]{1,5}(?:\.[0-9]{1,3})?)(m?s)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex BreakTimes();

    /// <summary>SSML without its tags. A prompt that is only a pause is not silent: it is shown as "(pause)".</summary>
    public static string Plain(string markup)
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
        return words.Length == 0 && markup.Contains("<break") ? PauseText : words;
    }
}
