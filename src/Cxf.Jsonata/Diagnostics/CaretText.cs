using System.Globalization;
using System.Text;

namespace Cxf.Jsonata.Diagnostics;

/// <summary>Errors as text for people: the message, the line and a caret below the position.</summary>
internal static class CaretText
{
    private const string Indent = "  ";

    public static string Render(JsonataError error, string text)
    {
        var sentence = $"{error.Code}: {error.Message}";
        if (error.Position < 0 || error.Position > text.Length)
        {
            return sentence;
        }

        var (start, length) = Span(error, text);
        var lineStart = start == 0 ? 0 : text.LastIndexOf('\n', start - 1) + 1;
        var lineEnd = text.IndexOf('\n', start);
        var line = text[lineStart..(lineEnd < 0 ? text.Length : lineEnd)].TrimEnd('\r');
        var column = start - lineStart;
        var number = text.AsSpan(0, lineStart).Count('\n') + 1;
        var rendered = new StringBuilder(sentence);
        rendered.Append(CultureInfo.InvariantCulture, $" (line {number}, column {column + 1})").Append('\n');
        rendered.Append(Indent).Append(line).Append('\n').Append(Indent);
        foreach (var character in line.AsSpan(0, Math.Min(column, line.Length)))
        {
            rendered.Append(character == '\t' ? '\t' : ' ');
        }

        return rendered.Append('^', Math.Max(1, Math.Min(length, line.Length - column))).ToString();
    }

    /// <summary>The reference reports where a token ends; people look for where it starts.</summary>
    private static (int Start, int Length) Span(JsonataError error, string text)
    {
        var length = error.Token?.Length ?? 0;
        if (length > 0 && error.Position >= length && text.AsSpan(error.Position - length, length).SequenceEqual(error.Token))
        {
            return (error.Position - length, length);
        }

        return (Math.Max(0, Math.Min(error.Position, text.Length) - 1), 1);
    }
}
