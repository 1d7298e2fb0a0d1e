using System.Globalization;

namespace Cxf.Jsonata.RegularExpressions;

/// <summary>The text of a pattern, and how far it is read.</summary>
internal sealed class PatternText(string text)
{
    /// <summary>The position.</summary>
    public int At { get; set; }

    public bool IsAtEnd => At >= text.Length;

    /// <summary>The UTF-16 unit at the position; 0 at the end.</summary>
    public char Current => IsAtEnd ? '\0' : text[At];

    public override string ToString() => text;

    /// <summary>Whether a unit comes after the current one, and which.</summary>
    public bool TryPeekSecond(out char unit)
    {
        unit = At + 1 < text.Length ? text[At + 1] : '\0';
        return At + 1 < text.Length;
    }

    /// <summary>Goes on after a token, if it is there.</summary>
    public bool Take(string token)
    {
        if (string.CompareOrdinal(text, At, token, 0, token.Length) != 0)
        {
            return false;
        }

        At += token.Length;
        return true;
    }

    /// <summary>Takes one UTF-16 unit.</summary>
    public char Unit() => text[At++];

    /// <summary>Takes one code point; half a surrogate pair is one by itself.</summary>
    public int CodePoint()
    {
        var character = CodePoints.At(text, At);
        At += CodePoints.Length(character);
        return character;
    }

    /// <summary>A decimal number, or null; one that is too large is the largest.</summary>
    public int? Number()
    {
        var start = At;
        while (char.IsAsciiDigit(Current))
        {
            At++;
        }

        return At == start ? null
            : int.TryParse(text.AsSpan(start, At - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
            : int.MaxValue;
    }

    /// <summary>A hexadecimal number of so many digits; null, and the position stays, at anything else.</summary>
    public int? Hex(int digits)
    {
        if (At + digits > text.Length || HexValue(text.AsSpan(At, digits)) is not { } value)
        {
            return null;
        }

        At += digits;
        return value;
    }

    /// <summary>What comes before an end, which is taken as well; null, and the position stays, without that end.</summary>
    public string? Until(char end)
    {
        var close = text.IndexOf(end, At);
        if (close < 0)
        {
            return null;
        }

        var part = text[At..close];
        At = close + 1;
        return part;
    }

    /// <summary>The value of hexadecimal digits; null if they are not.</summary>
    public static int? HexValue(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : null;
}
