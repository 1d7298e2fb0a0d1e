using System.Globalization;
using System.Text;

namespace Cxf.Flows.Contracts.Patterns;

/// <summary>
/// Parses a pattern by the grammar of ECMA-262 (section 22.2.1) with the u flag and without its annex B: what that grammar
/// refuses is refused. References to groups are valid there, but cannot be matched in linear time.
/// </summary>
internal sealed class PatternParser
{
    private const string SyntaxCharacters = "^$\\.*+?()[]{}|";

    private readonly int[] _text;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private int _at;

    private PatternParser(string pattern) => _text = [.. CodePoints.Of(pattern)];

    /// <summary>The pattern's tree.</summary>
    /// <exception cref="PatternException">The text is not a pattern, or one that is not supported.</exception>
    public static PatternNode Parse(string pattern)
    {
        var parser = new PatternParser(pattern);
        var node = parser.ParseChoice();
        return parser._at == parser._text.Length ? node : throw Error("There is a ) without its (.");
    }

    private PatternNode ParseChoice()
    {
        var branches = new List<PatternNode> { ParseSequence() };
        while (TryTake('|'))
        {
            branches.Add(ParseSequence());
        }

        return branches.Count == 1 ? branches[0] : new ChoiceNode(branches);
    }

    private SequenceNode ParseSequence()
    {
        var parts = new List<PatternNode>();
        while (Peek() is not (null or '|' or ')'))
        {
            parts.Add(ParseTerm());
        }

        return new SequenceNode(parts);
    }

    private PatternNode ParseTerm()
    {
        if (ParseAssertion() is { } assertion)
        {
            return Peek() is '*' or '+' or '?' or '{' ? throw Error("A place in the text cannot be repeated.") : assertion;
        }

        var atom = ParseAtom();
        return ParseQuantifier() is { } times ? new RepeatNode(atom, times.Min, times.Max) : atom;
    }

    private PatternNode? ParseAssertion()
    {
        if (TryTake('^'))
        {
            return new PlaceNode(PatternPlace.Start);
        }

        if (TryTake('$'))
        {
            return new PlaceNode(PatternPlace.End);
        }

        return TryTake("\\b") ? new PlaceNode(PatternPlace.WordBoundary)
            : TryTake("\\B") ? new PlaceNode(PatternPlace.NoWordBoundary)
            : TryTake("(?=") ? ParseLook(isBehind: false, isNegative: false)
            : TryTake("(?!") ? ParseLook(isBehind: false, isNegative: true)
            : TryTake("(?<=") ? ParseLook(isBehind: true, isNegative: false)
            : TryTake("(?<!") ? ParseLook(isBehind: true, isNegative: true)
            : null;
    }

    private LookNode ParseLook(bool isBehind, bool isNegative) => new(ParseGroup(), isBehind, isNegative);

    private PatternNode ParseGroup()
    {
        var node = ParseChoice();
        return TryTake(')') ? node : throw Error("A ( has no ).");
    }

    private (int Min, int? Max)? ParseQuantifier()
    {
        (int, int?)? quantifier =
            TryTake('*') ? (0, null)
            : TryTake('+') ? (1, null)
            : TryTake('?') ? (0, 1)
            : TryTake('{') ? ParseCount()
            : null;
        if (quantifier is not null)
        {
            // Whether as few as possible are taken makes no difference to whether there is a match.
            TryTake('?');
        }

        return quantifier;
    }

    private (int, int?) ParseCount()
    {
        var min = ParseNumber();
        int? max =
            !TryTake(',') ? min
            : Peek() == '}' ? null
            : ParseNumber();
        return !TryTake('}') ? throw Error("A { does not begin a number of repetitions; write \\{ for the character itself.")
            : max < min ? throw Error("The numbers in { } are in the wrong order.")
            : (min, max);
    }

    private int ParseNumber()
    {
        var start = _at;
        long number = 0;
        while (Peek() is >= '0' and <= '9' and var digit)
        {
            number = Math.Min((number * 10) + digit - '0', int.MaxValue);
            _at++;
        }

        return _at > start
            ? (int)number
            : throw Error("A { does not begin a number of repetitions; write \\{ for the character itself.");
    }

    private PatternNode ParseAtom()
    {
        var next = _text[_at++];
        switch (next)
        {
            case '.':
                return new CharacterNode(CharacterClasses.AnyButLineEnd);
            case '(':
                SkipGroupStart();
                return ParseGroup();
            case '[':
                return new CharacterNode(ParseClass());
            case '\\':
                return new CharacterNode(ParseAtomEscape());
            case '*' or '+' or '?' or '{':
                throw Error($"There is nothing to repeat before {(char)next}.");
            case ']' or '}':
                throw Error(
                    $"There is a {(char)next} without its opening bracket; write \\{(char)next} for the character itself."
                );
            default:
                return new CharacterNode(CodePointSet.Of((next, next)));
        }
    }

    private void SkipGroupStart()
    {
        if (!TryTake('?') || TryTake(':'))
        {
            return;
        }

        if (!TryTake('<'))
        {
            throw Error("The pattern has a group of an unknown or unsupported kind.");
        }

        var name = ParseGroupName();
        if (!_names.Add(name))
        {
            throw Error("Two groups have the same name.");
        }
    }

    private string ParseGroupName()
    {
        var name = new StringBuilder();
        while (Peek() is { } next && next != '>')
        {
            _at++;
            var codePoint = next == '\\' && TryTake('u') ? ParseUnicodeEscape() : next;
            var isPart = codePoint is '$' or '_' || IsNamePart(codePoint, isFirst: name.Length == 0);
            name.Append(isPart ? char.ConvertFromUtf32(codePoint) : throw Error("A group has an invalid name."));
        }

        return TryTake('>') && name.Length > 0 ? name.ToString() : throw Error("A group has an invalid name.");
    }

    /// <summary>Whether an identifier can begin with the character, or continue with it.</summary>
    private static bool IsNamePart(int codePoint, bool isFirst) =>
        CharUnicodeInfo.GetUnicodeCategory(codePoint) switch
        {
            UnicodeCategory.UppercaseLetter
            or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter
            or UnicodeCategory.LetterNumber => true,
            UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.DecimalDigitNumber
            or UnicodeCategory.ConnectorPunctuation => !isFirst,
            _ => !isFirst && codePoint is 0x200C or 0x200D,
        };

    private CodePointSet ParseAtomEscape() =>
        Peek() is 'k' or (>= '1' and <= '9')
            ? throw Error("References to groups are not supported.")
            : ParseClassEscape() ?? One(ParseCharacterEscape());

    private CodePointSet ParseClass()
    {
        var isNegative = TryTake('^');
        var ranges = new List<(int, int)>();
        while (!TryTake(']'))
        {
            var (set, first) = ParseClassAtom();
            if (Peek() != '-' || PeekAt(1) is null or ']')
            {
                ranges.AddRange(set.Ranges);
                continue;
            }

            _at++;
            var (_, last) = ParseClassAtom();
            ranges.Add(
                first is null || last is null ? throw Error("A range in [ ] begins or ends with a class of characters.")
                : first > last ? throw Error("A range in [ ] is in the wrong order.")
                : (first.Value, last.Value)
            );
        }

        var union = CodePointSet.Of(ranges);
        return isNegative ? union.Complement() : union;
    }

    /// <summary>One item of a class; its code point, if it is a single one.</summary>
    private (CodePointSet Set, int? CodePoint) ParseClassAtom()
    {
        var next = Peek() ?? throw Error("A [ has no ].");
        _at++;
        if (next != '\\')
        {
            return (One(next), next);
        }

        if (ParseClassEscape() is { } set)
        {
            return (set, null);
        }

        var character =
            TryTake('b') ? '\b'
            : TryTake('-') ? '-'
            : ParseCharacterEscape();
        return (One(character), character);
    }

    private CodePointSet? ParseClassEscape()
    {
        var set = Peek() switch
        {
            'd' => CharacterClasses.Digits,
            'D' => CharacterClasses.Digits.Complement(),
            's' => CharacterClasses.WhiteSpace,
            'S' => CharacterClasses.WhiteSpace.Complement(),
            'w' => CharacterClasses.WordCharacters,
            'W' => CharacterClasses.WordCharacters.Complement(),
            _ => null,
        };
        if (set is not null)
        {
            _at++;
            return set;
        }

        return TryTake("p{") ? ParseProperty()
            : TryTake("P{") ? ParseProperty().Complement()
            : null;
    }

    private CodePointSet ParseProperty()
    {
        var end = Array.IndexOf(_text, '}', _at);
        if (end < 0)
        {
            throw Error("A \\p{ has no }.");
        }

        var name = string.Concat(_text[_at..end].Select(CodePoints.Text));
        _at = end + 1;
        return CharacterClasses.Property(name)
            ?? throw Error(
                $"The character property \"{name}\" is unknown or not supported; use a general category such as Letter."
            );
    }

    private int ParseCharacterEscape()
    {
        var next = Peek() ?? throw Error("The pattern ends with \\.");
        _at++;
        return next switch
        {
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\v',
            '0' when Peek() is not (>= '0' and <= '9') => '\0',
            'c' when Peek() is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') => _text[_at++] % 32,
            'x' => ParseHex(2),
            'u' => ParseUnicodeEscape(),
            '/' => '/',
            _ when next < 128 && SyntaxCharacters.Contains((char)next) => next,
            _ => throw Error($"\\{CodePoints.Text(next)} is not an escape; write the character without \\."),
        };
    }

    private int ParseUnicodeEscape()
    {
        if (TryTake('{'))
        {
            var value = 0;
            var start = _at;
            for (; Peek() is { } digit && HexValue(digit) is { } hex; _at++)
            {
                value = (value * 16) + hex;
                if (value > CodePointSet.Max)
                {
                    throw Error("A \\u{ } is beyond the last character.");
                }
            }

            return _at > start && TryTake('}') ? value : throw Error("A \\u{ } is not a hexadecimal number.");
        }

        var first = ParseHex(4);
        var after = _at;
        if (char.IsHighSurrogate((char)first) && TryTake("\\u") && Peek() != '{')
        {
            if (TryParseHex(4) is { } second && char.IsLowSurrogate((char)second))
            {
                return char.ConvertToUtf32((char)first, (char)second);
            }
        }

        _at = after;
        return first;
    }

    private int ParseHex(int digits) => TryParseHex(digits) ?? throw Error($"An escape needs {digits} hexadecimal digits.");

    private int? TryParseHex(int digits)
    {
        var value = 0;
        for (var digit = 0; digit < digits; digit++)
        {
            if (Peek() is not { } next || HexValue(next) is not { } hex)
            {
                return null;
            }

            value = (value * 16) + hex;
            _at++;
        }

        return value;
    }

    private static int? HexValue(int codePoint) =>
        codePoint < 128 && char.IsAsciiHexDigit((char)codePoint) ? Convert.ToInt32(((char)codePoint).ToString(), 16) : null;

    private static CodePointSet One(int codePoint) => CodePointSet.Of((codePoint, codePoint));

    private int? Peek() => PeekAt(0);

    private int? PeekAt(int offset) => _at + offset < _text.Length ? _text[_at + offset] : null;

    private bool TryTake(int codePoint)
    {
        var isNext = Peek() == codePoint;
        _at += isNext ? 1 : 0;
        return isNext;
    }

    private bool TryTake(string text)
    {
        var isNext = _at + text.Length <= _text.Length && text.Index().All(item => _text[_at + item.Index] == item.Item);
        _at += isNext ? text.Length : 0;
        return isNext;
    }

    private static PatternException Error(string message) => new(message);
}
