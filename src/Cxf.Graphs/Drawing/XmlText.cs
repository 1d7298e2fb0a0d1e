using System.Text;
using System.Xml;

namespace Cxf.Graphs.Drawing;

/// <summary>Text of documents in SVG and HTML: it never becomes markup, and what XML does not allow is replaced.</summary>
internal static class XmlText
{
    /// <summary>The text, for content and for attributes in double quotes.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                < 0x10000 when !XmlConvert.IsXmlChar((char)rune.Value) => escaped.Append('\uFFFD'),
                _ => escaped.Append(rune.ToString()),
            };
        }

        return escaped.ToString();
    }

    /// <summary>An ID for an element: what IDs cannot have is replaced, and different pointers stay different.</summary>
    public static string Id(string prefix, string pointer)
    {
        var id = new StringBuilder(prefix);
        foreach (var letter in pointer)
        {
            _ =
                char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' ? id.Append(letter)
                : letter == '/' ? id.Append('.')
                : id.Append(':')
                    .Append(((int)letter).ToString("x", System.Globalization.CultureInfo.InvariantCulture))
                    .Append(':');
        }

        return id.ToString();
    }
}
