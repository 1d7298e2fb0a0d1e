using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// A prompt in SSML, the markup that Amazon Polly speaks. https://docs.aws.amazon.com/polly/latest/dg/supportedtags.html
/// </summary>
internal static partial class Markup
{
    /// <summary>What a prompt that is only a pause is shown as.</summary>
    public const string PauseText = "(pause)";

    private const int ShownCharacters = 24;

    /// <summary>
    /// Why the markup cannot be spoken; null if it can. Polly refuses markup that is not well-formed, and a contact flow then
    /// takes the error branch.
    /// </summary>
    public static string? Problem(string markup)
    {
        if (!markup.AsSpan().TrimStart().StartsWith("<speak", StringComparison.Ordinal))
        {
            return "the markup does not begin with <speak>";
        }

        try
        {
            // Polly's own tags have the prefix amazon, which no text declares.
            var names = new XmlNamespaceManager(new NameTable());
            names.AddNamespace("amazon", "urn:amazon");
            using var reader = XmlReader.Create(
                new StringReader(markup),
                new XmlReaderSettings
                {
                    DtdProcessing = DtdProcessing.Prohibit,
                    XmlResolver = null,
                    CheckCharacters = true,
                },
                new XmlParserContext(names.NameTable, names, null, XmlSpace.Default)
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
        catch (XmlException e)
        {
            return $"the markup is not well-formed at \"{At(markup, e.LineNumber, e.LinePosition)}\"";
        }
    }

    /// <summary>What Polly's breaks take: <c>time="3s"</c> or <c>"500ms"</c>, up to ten seconds each.</summary>
    public static TimeSpan Breaks(string markup)
    {
        var total = TimeSpan.Zero;
        foreach (Match found in BreakTimes().Matches(markup))
        {
            var number = double.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            total += found.Groups[2].Value == "s" ? TimeSpan.FromSeconds(number) : TimeSpan.FromMilliseconds(number);
        }

        return total;
    }

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

    // The text around the location, so that a reader finds it in a long prompt. A text that ends too early is shown by its end.
    private static string At(string markup, int line, int column)
    {
        var lines = markup.Split('\n');
        var start = lines.Take(Math.Max(0, line - 1)).Sum(before => before.Length + 1) + Math.Max(0, column - 1);
        var at = Math.Clamp(start - (ShownCharacters / 2), 0, Math.Max(0, markup.Length - ShownCharacters));
        return markup.Substring(at, Math.Min(ShownCharacters, markup.Length - at)).Trim();
    }

    [GeneratedRegex("""<break\s[^>]*?time\s*=\s*["']([0-9]{1,5}(?:\.[0-9]{1,3})?)(m?s)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex BreakTimes();
}
