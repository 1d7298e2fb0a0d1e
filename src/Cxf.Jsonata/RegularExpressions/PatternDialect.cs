namespace Cxf.Jsonata.RegularExpressions;

/// <summary>
/// What differs between the two dialects of ECMAScript's regular expressions: characters, escapes, and what is forgiven.
/// </summary>
internal abstract class PatternDialect
{
    /// <summary>Whether what annex B.1.2 forgives is an error.</summary>
    public abstract bool IsStrict { get; }

    /// <summary>Takes one character.</summary>
    public abstract int Character(PatternText text);

    /// <summary>The set of an escape, after its backslash; the character, if it is a single one.</summary>
    /// <param name="text">The pattern.</param>
    /// <param name="inClass">Whether it is in a class.</param>
    /// <param name="hasNames">Whether a group has a name.</param>
    public abstract (CharacterSet Set, int? Character) Escape(PatternText text, bool inClass, bool hasNames);

    protected static (CharacterSet Set, int? Character) Single(int character) => (CharacterSet.Of(character), character);

    /// <summary>The class that a letter after a backslash stands for, in both dialects; null for another letter.</summary>
    protected static CharacterSet? ClassOf(char letter) =>
        letter switch
        {
            'd' => CharacterSet.Digits,
            'D' => CharacterSet.Digits.Inverted(),
            'w' => CharacterSet.Words,
            'W' => CharacterSet.Words.Inverted(),
            's' => CharacterSet.Spaces,
            'S' => CharacterSet.Spaces.Inverted(),
            _ => null,
        };

    /// <summary>The control character of a letter after a backslash, in both dialects; null for another letter.</summary>
    protected static int? ControlOf(char letter, bool inClass) =>
        letter switch
        {
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\v',
            'b' when inClass => '\b',
            _ => null,
        };
}

/// <summary>Without flag <c>u</c>: UTF-16 units, and an unknown escape is the character itself (annex B.1.2).</summary>
internal sealed class UnitDialect : PatternDialect
{
    public override bool IsStrict => false;

    public override int Character(PatternText text) => text.Unit();

    public override (CharacterSet Set, int? Character) Escape(PatternText text, bool inClass, bool hasNames)
    {
        var letter = text.Unit();
        if (ClassOf(letter) is { } set)
        {
            return (set, null);
        }

        switch (letter)
        {
            case 'c' when IsControlLetter(text.Current, inClass):
                return Single(text.Unit() % 32);
            case 'c':
                // The backslash is itself, and the letter comes next.
                text.At--;
                return Single('\\');
            case 'x' when text.Hex(2) is { } unit:
                return Single(unit);
            case 'u' when text.Hex(4) is { } unit:
                return Single(unit);
            case >= '0' and <= '7':
                return Single(Octal(text, letter));
            case 'k' when inClass && hasNames:
                throw new InvalidPatternException("\\k is a reference to a group, which a class cannot contain.");
            default:
                return Single(ControlOf(letter, inClass) ?? letter);
        }
    }

    private static bool IsControlLetter(char letter, bool inClass) =>
        char.IsAsciiLetter(letter) || (inClass && (char.IsAsciiDigit(letter) || letter == '_'));

    /// <summary>Up to three octal digits, up to 377.</summary>
    private static int Octal(PatternText text, char first)
    {
        var code = first - '0';
        var digits = first <= '3' ? 2 : 1;
        for (; digits > 0 && text.Current is >= '0' and <= '7'; digits--)
        {
            code = (code * 8) + text.Unit() - '0';
        }

        return code;
    }
}

/// <summary>With flag <c>u</c>: code points, and nothing but what the grammar of section 22.2.1 has.</summary>
internal sealed class UnicodeDialect : PatternDialect
{
    private const string SyntaxCharacters = "^$\\.*+?()[]{}|/";
    private const int LastCodePoint = 0x10FFFF;

    public override bool IsStrict => true;

    public override int Character(PatternText text) => text.CodePoint();

    public override (CharacterSet Set, int? Character) Escape(PatternText text, bool inClass, bool hasNames)
    {
        var letter = text.CodePoint();
        if (letter < 128 && ClassOf((char)letter) is { } set)
        {
            return (set, null);
        }

        return letter switch
        {
            'p' or 'P' when text.Take("{") => (letter == 'p' ? Property(text) : Property(text).Inverted(), null),
            'c' when char.IsAsciiLetter(text.Current) => Single(text.Unit() % 32),
            '0' when !char.IsAsciiDigit(text.Current) => Single('\0'),
            'x' => Single(text.Hex(2) ?? throw new InvalidPatternException("An escape needs 2 hexadecimal digits.")),
            'u' => Single(CodePoint(text)),
            '-' when inClass => Single('-'),
            < 128 when ControlOf((char)letter, inClass) is { } control => Single(control),
            < 128 when SyntaxCharacters.Contains((char)letter) => Single(letter),
            _ => throw new InvalidPatternException(
                $"\\{CodePoints.Text(letter)} is not an escape; write the character without \\."
            ),
        };
    }

    private static CharacterSet Property(PatternText text)
    {
        var name = text.Until('}') ?? throw new InvalidPatternException("A \\p{ has no }.");
        return UnicodeProperties.Find(name)
            ?? throw new InvalidPatternException(
                $"The character property \"{name}\" is unknown or not supported; use a general category such as Letter."
            );
    }

    /// <summary>After <c>\u</c>: four digits, twice for a surrogate pair, or any number of them in braces.</summary>
    private static int CodePoint(PatternText text)
    {
        if (text.Take("{"))
        {
            var digits = text.Until('}')?.TrimStart('0');
            return digits switch
            {
                null => throw new InvalidPatternException("A \\u{ has no }."),
                "" when text.ToString()[text.At - 2] == '0' => 0,
                { Length: <= 6 } when PatternText.HexValue(digits) is { } value => value <= LastCodePoint
                    ? value
                    : throw new InvalidPatternException("A \\u{ } is beyond the last character."),
                _ => throw new InvalidPatternException("A \\u{ } is not the hexadecimal number of a character."),
            };
        }

        var first = text.Hex(4) ?? throw new InvalidPatternException("An escape needs 4 hexadecimal digits.");
        var after = text.At;
        if (
            char.IsHighSurrogate((char)first)
            && text.Take("\\u")
            && text.Hex(4) is { } second
            && char.IsLowSurrogate((char)second)
        )
        {
            return char.ConvertToUtf32((char)first, (char)second);
        }

        text.At = after;
        return first;
    }
}
