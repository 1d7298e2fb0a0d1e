using System.Globalization;
using System.Text;

namespace Cxf.StatesLanguage.JsonPath.Paths;

/// <summary>A path or an intrinsic function call that cannot be parsed.</summary>
internal sealed class JsonPathSyntaxException(string message) : Exception(message);

/// <summary>The text of a path and how far it has been parsed.</summary>
internal sealed class PathCursor(string text)
{
    public string Text { get; } = text;

    public int Position { get; set; }

    public bool AtEnd => Position >= Text.Length;

    /// <summary>The next character, or NUL at the end.</summary>
    public char Current => AtEnd ? '\0' : Text[Position];

    public bool Take(char expected)
    {
        if (AtEnd || Current != expected)
        {
            return false;
        }

        Position++;
        return true;
    }

    public void Need(char expected)
    {
        SkipSpace();
        if (!Take(expected))
        {
            throw Expected($"'{expected}'");
        }
    }

    public void SkipSpace()
    {
        while (Current == ' ')
        {
            Position++;
        }
    }

    /// <summary>The text up to the first character that does not fit.</summary>
    public string TakeWhile(Func<char, bool> fits)
    {
        var start = Position;
        while (!AtEnd && fits(Current))
        {
            Position++;
        }

        return Text[start..Position];
    }

    /// <summary>A quoted name. It keeps its backslashes; an escaped quote does not end it, as in AWS's path library.</summary>
    public string TakeQuotedName()
    {
        var start = Position + 1;
        TakeQuoted();
        return Text[start..(Position - 1)];
    }

    /// <summary>A quoted text without its escapes.</summary>
    public string TakeQuoted()
    {
        var quote = Text[Position++];
        var name = new StringBuilder();
        while (!AtEnd && Current != quote)
        {
            if (Current == '\\' && Position + 1 < Text.Length)
            {
                Position++;
            }

            name.Append(Text[Position++]);
        }

        return Take(quote) ? name.ToString() : throw new JsonPathSyntaxException($"Missing {quote} in the path '{Text}'");
    }

    public int? TakeInteger()
    {
        SkipSpace();
        var start = Position;
        Take('-');
        TakeWhile(char.IsAsciiDigit);
        var digits = Text.AsSpan(start, Position - start);
        return int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    public JsonPathSyntaxException Expected(string what) => Expected(what, Position);

    public JsonPathSyntaxException Expected(string what, int position) =>
        new($"Expected {what} at position {position} of the path '{Text}'");
}
