using System.Globalization;
using Cxf.Jsonata.Limits;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.RegularExpressions;

/// <summary>
/// Reads a regular expression as JavaScript does without flag <c>u</c> (ECMAScript, "Patterns" with annex B.1.2): what it accepts
/// is accepted, what it refuses is refused.
/// </summary>
internal sealed class PatternParser
{
    private readonly string _text;
    private readonly bool _ignoresCase;
    private readonly bool _isMultiline;
    private readonly GroupNames _names;
    private int _at;
    private int _groups;

    private PatternParser(string text, RegexFlags flags)
    {
        _text = text;
        _ignoresCase = (flags & RegexFlags.IgnoreCase) != 0;
        _isMultiline = (flags & RegexFlags.Multiline) != 0;
        _names = GroupNames.Scan(text);
    }

    /// <exception cref="InvalidPatternException">The text is not a regular expression.</exception>
    public static Pattern Parse(string text, RegexFlags flags)
    {
        var parser = new PatternParser(text, flags);
        var root = parser.Choice();
        return parser._at == text.Length
            ? new Pattern(root, parser._groups, parser._ignoresCase)
            : throw new InvalidPatternException("Unmatched ')'");
    }

    private char Current => _at < _text.Length ? _text[_at] : '\0';

    private bool Take(string token)
    {
        if (string.CompareOrdinal(_text, _at, token, 0, token.Length) != 0)
        {
            return false;
        }

        _at += token.Length;
        return true;
    }

    private PatternNode Choice()
    {
        StackGuard.Check();
        var options = new List<PatternNode> { Sequence() };
        while (Take("|"))
        {
            options.Add(Sequence());
        }

        return options.Count == 1 ? options[0] : new ChoiceNode(options);
    }

    private SequenceNode Sequence()
    {
        var parts = new List<PatternNode>();
        while (_at < _text.Length && Current is not '|' and not ')')
        {
            var firstGroup = _groups + 1;
            var (atom, isQuantifiable) = Term();
            parts.Add(Quantified(atom, isQuantifiable, firstGroup));
        }

        return new SequenceNode(parts);
    }

    private (PatternNode Atom, bool IsQuantifiable) Term()
    {
        var start = _at;
        switch (_text[_at++])
        {
            case '^':
                return (new AnchorNode(_isMultiline ? AnchorKind.LineStart : AnchorKind.TextStart), false);
            case '$':
                return (new AnchorNode(_isMultiline ? AnchorKind.LineEnd : AnchorKind.TextEnd), false);
            case '(':
                return Group();
            case '.':
                return (new SetNode(CharacterSet.LineEnds.Inverted()), true);
            case '[':
                return (new SetNode(new ClassReader(this).Read()), true);
            case '*' or '+' or '?':
                throw new InvalidPatternException("Nothing to repeat");
            case '{':
                _at = start;
                if (Quantifier() is not null)
                {
                    throw new InvalidPatternException("Nothing to repeat");
                }

                _at = start + 1;
                return (Single('{'), true);
            case '\\':
                return Escape();
            case var unit:
                return (Single(unit), true);
        }
    }

    private SetNode Single(char unit) => new(_ignoresCase ? CharacterSet.WithCases(unit) : CharacterSet.Of(unit));

    private CharacterSet Cased(CharacterSet set) => _ignoresCase ? set.WithOtherCases() : set;

    private (PatternNode Atom, bool IsQuantifiable) Group()
    {
        if (!Take("?"))
        {
            return (Capture(), true);
        }

        if (Take(":"))
        {
            return (Body(), true);
        }

        if (Take("=") || Take("!"))
        {
            // Only looking ahead may be quantified (annex B.1.2).
            return (new LookNode(IsNegative: _text[_at - 1] == '!', IsBehind: false, Body: Body()), true);
        }

        if (Take("<=") || Take("<!"))
        {
            return (new LookNode(IsNegative: _text[_at - 1] == '!', IsBehind: true, Body: Body()), false);
        }

        if (Take("<"))
        {
            _at = _text.IndexOf('>', _at) + 1;
            return (Capture(), true);
        }

        throw new InvalidPatternException("Invalid group");
    }

    private CaptureNode Capture()
    {
        var number = ++_groups;
        return new CaptureNode(number, Body());
    }

    private PatternNode Body()
    {
        var body = Choice();
        return Take(")") ? body : throw new InvalidPatternException("Unterminated group");
    }

    private PatternNode Quantified(PatternNode atom, bool isQuantifiable, int firstGroup)
    {
        if (Quantifier() is not { } range)
        {
            return atom;
        }

        if (!isQuantifiable)
        {
            throw new InvalidPatternException("Nothing to repeat");
        }

        var isLazy = Take("?");
        return range.Min > range.Max
            ? throw new InvalidPatternException("numbers out of order in {} quantifier")
            : new RepeatNode(atom, range.Min, range.Max, isLazy, firstGroup, _groups + 1);
    }

    /// <summary>The quantifier at the position; null, and the position stays, at anything else.</summary>
    private (int Min, int Max)? Quantifier()
    {
        var start = _at;
        if (Take("*"))
        {
            return (0, RepeatNode.Unbounded);
        }

        if (Take("+"))
        {
            return (1, RepeatNode.Unbounded);
        }

        if (Take("?"))
        {
            return (0, 1);
        }

        if (Take("{") && Count() is { } min)
        {
            var max = Take(",") ? Count() ?? RepeatNode.Unbounded : min;
            if (Take("}"))
            {
                return (min, max);
            }
        }

        _at = start;
        return null;
    }

    private int? Count()
    {
        var start = _at;
        while (char.IsAsciiDigit(Current))
        {
            _at++;
        }

        return _at == start ? null
            : int.TryParse(_text.AsSpan(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                ? count
            : RepeatNode.Unbounded;
    }

    private (PatternNode Atom, bool IsQuantifiable) Escape()
    {
        if (_at >= _text.Length)
        {
            throw new InvalidPatternException("\\ at end of pattern");
        }

        if (Take("b") || Take("B"))
        {
            return (new AnchorNode(_text[_at - 1] == 'b' ? AnchorKind.Boundary : AnchorKind.NoBoundary), false);
        }

        if (Current is 'k' && _names.Any)
        {
            _at++;
            return (new BackReferenceNode(_names.Reference(_text, ref _at)), true);
        }

        if (Current is >= '1' and <= '9' && GroupReference() is { } group)
        {
            return (new BackReferenceNode(group), true);
        }

        var (set, single) = CharacterEscape(inClass: false);
        return (single is { } unit ? Single(unit) : new SetNode(Cased(set)), true);
    }

    /// <summary>A number after a backslash, if there is a group of that number; it may come later in the pattern.</summary>
    private int? GroupReference()
    {
        var start = _at;
        if (Count() is { } group && group <= _names.Groups)
        {
            return group;
        }

        _at = start;
        return null;
    }

    /// <summary>The set that an escape stands for, after its backslash; the unit, if it is a single one.</summary>
    private (CharacterSet Set, char? Unit) CharacterEscape(bool inClass)
    {
        var letter = _text[_at++];
        switch (letter)
        {
            case 'd' or 'D':
                return (letter == 'd' ? CharacterSet.Digits : CharacterSet.Digits.Inverted(), null);
            case 'w' or 'W':
                return (letter == 'w' ? CharacterSet.Words : CharacterSet.Words.Inverted(), null);
            case 's' or 'S':
                return (letter == 's' ? CharacterSet.Spaces : CharacterSet.Spaces.Inverted(), null);
            case 'c' when IsControlLetter(inClass):
                return Unit((char)(_text[_at++] % 32));
            case 'c':
                // The backslash is itself, and the letter comes next.
                _at--;
                return Unit('\\');
            case 'x' when Hex(2) is { } unit:
                return Unit(unit);
            case 'u' when Hex(4) is { } unit:
                return Unit(unit);
            case >= '0' and <= '7':
                return Unit(Octal(letter));
            case 'k' when inClass && _names.Any:
                throw new InvalidPatternException("Invalid escape");
            default:
                return Unit(
                    letter switch
                    {
                        'f' => '\f',
                        'n' => '\n',
                        'r' => '\r',
                        't' => '\t',
                        'v' => '\v',
                        'b' when inClass => '\b',
                        _ => letter,
                    }
                );
        }
    }

    private static (CharacterSet Set, char? Unit) Unit(char unit) => (CharacterSet.Of(unit), unit);

    private bool IsControlLetter(bool inClass) =>
        char.IsAsciiLetter(Current) || (inClass && (char.IsAsciiDigit(Current) || Current == '_'));

    private char? Hex(int digits)
    {
        if (
            _at + digits > _text.Length
            || !int.TryParse(
                _text.AsSpan(_at, digits),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var unit
            )
        )
        {
            return null;
        }

        _at += digits;
        return (char)unit;
    }

    /// <summary>Up to three octal digits, up to 377 (annex B.1.2).</summary>
    private char Octal(char first)
    {
        var code = first - '0';
        var digits = first <= '3' ? 2 : 1;
        for (; digits > 0 && Current is >= '0' and <= '7'; digits--)
        {
            code = (code * 8) + _text[_at++] - '0';
        }

        return (char)code;
    }

    /// <summary>Reads a class; the position is after its bracket.</summary>
    private readonly struct ClassReader(PatternParser parser)
    {
        public CharacterSet Read()
        {
            var isInverted = parser.Take("^");
            var parts = new List<CharacterSet>();
            while (!parser.Take("]"))
            {
                var first = Atom();
                if (parser.Current != '-' || parser._at + 1 >= parser._text.Length || parser._text[parser._at + 1] == ']')
                {
                    parts.Add(first.Set);
                    continue;
                }

                parser._at++;
                var last = Atom();
                // A class before or after the dash makes the dash a character.
                parts.AddRange(
                    first.Unit is { } from && last.Unit is { } to
                        ? [Range(from, to)]
                        : [first.Set, CharacterSet.Of('-'), last.Set]
                );
            }

            var set = parser.Cased(CharacterSet.Union(parts));
            return isInverted ? set.Inverted() : set;
        }

        private (CharacterSet Set, char? Unit) Atom()
        {
            if (parser._at >= parser._text.Length)
            {
                throw new InvalidPatternException("Unterminated character class");
            }

            var unit = parser._text[parser._at++];
            if (unit != '\\')
            {
                return Unit(unit);
            }

            return parser._at < parser._text.Length
                ? parser.CharacterEscape(inClass: true)
                : throw new InvalidPatternException("\\ at end of pattern");
        }

        private static CharacterSet Range(char first, char last) =>
            first <= last
                ? CharacterSet.Of(first, last)
                : throw new InvalidPatternException("Range out of order in character class");
    }
}

/// <summary>A text that is not a regular expression.</summary>
/// <param name="problem">What is wrong, in JavaScript's words.</param>
internal sealed class InvalidPatternException(string problem) : Exception(problem);
