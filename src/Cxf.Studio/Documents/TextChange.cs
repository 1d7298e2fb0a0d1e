namespace Cxf.Studio.Documents;

/// <summary>
/// A change of a text by an editor: what is between two places is replaced. Lines and columns count from 1, columns in UTF-16
/// units, as Monaco counts.
/// </summary>
/// <param name="StartLine">The line of the first character that goes.</param>
/// <param name="StartColumn">Its column.</param>
/// <param name="EndLine">The line of the first character after it that stays.</param>
/// <param name="EndColumn">Its column.</param>
/// <param name="Text">What comes in between.</param>
public sealed record TextChange(int StartLine, int StartColumn, int EndLine, int EndColumn, string Text)
{
    /// <summary>
    /// The text after this change. Every other character stays as it is: an editor knows one kind of line end for a whole text,
    /// while a file may have several.
    /// </summary>
    /// <exception cref="ArgumentException">The change is not of this text.</exception>
    public string ApplyTo(string text)
    {
        var start = OffsetOf(text, StartLine, StartColumn);
        var end = OffsetOf(text, EndLine, EndColumn);
        return start >= 0 && end >= start
            ? string.Concat(text.AsSpan(0, start), Text, text.AsSpan(end))
            : throw new ArgumentException(
                $"The text has no place {StartLine}:{StartColumn} to {EndLine}:{EndColumn}.",
                nameof(text)
            );
    }

    /// <summary>The text after several changes, each of the text that the one before it left.</summary>
    /// <exception cref="ArgumentException">A change is not of this text.</exception>
    public static string ApplyAll(string text, IEnumerable<TextChange> changes) =>
        changes.Aggregate(text, (current, change) => change.ApplyTo(current));

    /// <summary>The change that replaces a whole text.</summary>
    public static TextChange OfAll(string text, string replacement)
    {
        var (line, column) = PlaceOf(text, text.Length);
        return new TextChange(1, 1, line, column, replacement);
    }

    /// <summary>The smallest change that makes one text of another.</summary>
    public static TextChange Between(string before, string after)
    {
        var shorter = Math.Min(before.Length, after.Length);
        var start = before.AsSpan().CommonPrefixLength(after);
        var end = 0;
        while (end < shorter - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        // Neither two characters that are one sign nor the two of a line end are taken apart.
        start -= IsInside(before, start) || IsInside(after, start) ? 1 : 0;
        end -= IsInside(before, before.Length - end) || IsInside(after, after.Length - end) ? 1 : 0;
        var (startLine, startColumn) = PlaceOf(before, start);
        var (endLine, endColumn) = PlaceOf(before, before.Length - end);
        return new TextChange(startLine, startColumn, endLine, endColumn, after[start..(after.Length - end)]);
    }

    private static bool IsInside(string text, int at) =>
        at > 0
        && at < text.Length
        && (char.IsSurrogatePair(text[at - 1], text[at]) || (text[at - 1] == '\r' && text[at] == '\n'));

    private static (int Line, int Column) PlaceOf(string text, int offset)
    {
        var (line, start) = (1, 0);
        while (NextLine(text, start) is var next and >= 0 && next <= offset)
        {
            (line, start) = (line + 1, next);
        }

        return (line, offset - start + 1);
    }

    private static int OffsetOf(string text, int line, int column)
    {
        var start = 0;
        for (var at = 1; at < line && start >= 0; at++)
        {
            start = NextLine(text, start);
        }

        if (start < 0 || line < 1 || column < 1)
        {
            return -1;
        }

        var length = text.AsSpan(start).IndexOfAny('\r', '\n');
        return column - 1 <= (length < 0 ? text.Length - start : length) ? start + column - 1 : -1;
    }

    // Monaco's line ends: \r\n, \n and \r.
    private static int NextLine(string text, int start)
    {
        var length = text.AsSpan(start).IndexOfAny('\r', '\n');
        return length < 0 ? -1 : start + length + (text.AsSpan(start + length).StartsWith("\r\n") ? 2 : 1);
    }
}
