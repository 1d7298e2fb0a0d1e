using Cxf.Jsonata.Limits;
using Cxf.Jsonata.Syntax;

namespace Cxf.Jsonata.RegularExpressions;

/// <summary>
/// Reads a regular expression as JavaScript does (ECMAScript, "Patterns"), in the dialect that its flags name: what JavaScript
/// accepts is accepted, what it refuses is refused.
/// </summary>
internal sealed class PatternParser
{
    private static readonly PatternDialect Units = new UnitDialect();
    private static readonly PatternDialect Unicode = new UnicodeDialect();

    private readonly PatternText _text;
    private readonly PatternDialect _dialect;
    private readonly bool _ignoresCase;
    private readonly bool _isMultiline;
    private readonly GroupNames _names;
    private int _groups;

    private PatternParser(string text, RegexFlags flags)
    {
        _text = new PatternText(text);
        _dialect = (flags & RegexFlags.Unicode) != 0 ? Unicode : Units;
        _ignoresCase = (flags & RegexFlags.IgnoreCase) != 0;
        _isMultiline = (flags & RegexFlags.Multiline) != 0;
        _names = GroupNames.Scan(text);
    }

    /// <exception cref="InvalidPatternException">The text is not a regular expression.</exception>
    public static Pattern Parse(string text, RegexFlags flags)
    {
        var parser = new PatternParser(text, flags);
        var root = parser.Choice();
        return parser._text.IsAtEnd
            ? new Pattern(root, parser._groups, parser._ignoresCase)
            : throw new InvalidPatternException("There is a ) without its (.");
    }

    private PatternNode Choice()
    {
        StackGuard.Check();
        var options = new List<PatternNode> { Sequence() };
        while (_text.Take("|"))
        {
            options.Add(Sequence());
        }

        return options.Count == 1 ? options[0] : new ChoiceNode(options);
    }

    private SequenceNode Sequence()
    {
        var parts = new List<PatternNode>();
        while (!_text.IsAtEnd && _text.Current is not '|' and not ')')
        {
            var firstGroup = _groups + 1;
            var (atom, isQuantifiable) = Term();
            parts.Add(Quantified(atom, isQuantifiable, firstGroup));
        }

        return new SequenceNode(parts);
    }

    private (PatternNode Atom, bool IsQuantifiable) Term()
    {
        var character = _dialect.Character(_text);
        switch (character)
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
            case '\\':
                return Escape();
            case '*' or '+' or '?':
            case '{' when _dialect.IsStrict || IsQuantifierAt(_text.At - 1):
                throw NothingToRepeat((char)character);
            case ']' or '}' when _dialect.IsStrict:
                throw new InvalidPatternException(
                    $"There is a {(char)character} without its opening bracket; "
                        + $"write \\{(char)character} for the character itself."
                );
            default:
                return (Single(character), true);
        }
    }

    private SetNode Single(int character) =>
        new(_ignoresCase ? CharacterSet.WithCases((char)character) : CharacterSet.Of(character));

    private CharacterSet Cased(CharacterSet set) => _ignoresCase ? set.WithOtherCases() : set;

    private (PatternNode Atom, bool IsQuantifiable) Group()
    {
        if (!_text.Take("?"))
        {
            return (Capture(), true);
        }

        if (_text.Take(":"))
        {
            return (Body(), true);
        }

        if (_text.Take("=") || _text.Take("!"))
        {
            // Only annex B.1.2 lets looking ahead be quantified, and looking behind never.
            return (new LookNode(IsNegative: Previous == '!', IsBehind: false, Body: Body()), !_dialect.IsStrict);
        }

        if (_text.Take("<=") || _text.Take("<!"))
        {
            return (new LookNode(IsNegative: Previous == '!', IsBehind: true, Body: Body()), false);
        }

        if (_text.Take("<"))
        {
            _text.Until('>');
            return (Capture(), true);
        }

        throw new InvalidPatternException("The pattern has a group of an unknown or unsupported kind.");
    }

    private char Previous => _text.ToString()[_text.At - 1];

    private CaptureNode Capture()
    {
        var number = ++_groups;
        return new CaptureNode(number, Body());
    }

    private PatternNode Body()
    {
        var body = Choice();
        return _text.Take(")") ? body : throw new InvalidPatternException("A ( has no ).");
    }

    private PatternNode Quantified(PatternNode atom, bool isQuantifiable, int firstGroup)
    {
        var first = _text.Current;
        if (Quantifier() is not { } range)
        {
            return atom;
        }

        if (!isQuantifiable)
        {
            throw NothingToRepeat(first);
        }

        var isLazy = _text.Take("?");
        return range.Min > range.Max
            ? throw new InvalidPatternException("The numbers in { } are in the wrong order.")
            : new RepeatNode(atom, range.Min, range.Max, isLazy, firstGroup, _groups + 1);
    }

    private static InvalidPatternException NothingToRepeat(char quantifier) =>
        new(
            $"There is nothing to repeat before {quantifier}{(quantifier == '{' ? "; write \\{ for the character itself" : "")}."
        );

    private bool IsQuantifierAt(int position)
    {
        var start = _text.At;
        _text.At = position;
        var isQuantifier = Quantifier() is not null;
        _text.At = start;
        return isQuantifier;
    }

    /// <summary>The quantifier at the position; null, and the position stays, at anything else.</summary>
    private (int Min, int Max)? Quantifier()
    {
        var start = _text.At;
        if (_text.Take("*"))
        {
            return (0, RepeatNode.Unbounded);
        }

        if (_text.Take("+"))
        {
            return (1, RepeatNode.Unbounded);
        }

        if (_text.Take("?"))
        {
            return (0, 1);
        }

        if (!_text.Take("{"))
        {
            return null;
        }

        if (_text.Number() is { } min)
        {
            var max = _text.Take(",") ? _text.Number() ?? RepeatNode.Unbounded : min;
            if (_text.Take("}"))
            {
                return (min, max);
            }
        }

        _text.At = start;
        return _dialect.IsStrict
            ? throw new InvalidPatternException("A { does not begin a number of repetitions; write \\{ for the character itself.")
            : null;
    }

    private (PatternNode Atom, bool IsQuantifiable) Escape()
    {
        if (_text.IsAtEnd)
        {
            throw new InvalidPatternException("The pattern ends with \\.");
        }

        if (_text.Take("b") || _text.Take("B"))
        {
            return (new AnchorNode(Previous == 'b' ? AnchorKind.Boundary : AnchorKind.NoBoundary), false);
        }

        if ((_names.Any || _dialect.IsStrict) && _text.Take("k"))
        {
            return (new BackReferenceNode(_names.Reference(_text)), true);
        }

        if (_text.Current is >= '1' and <= '9' && GroupReference() is { } group)
        {
            return (new BackReferenceNode(group), true);
        }

        var (set, single) = _dialect.Escape(_text, inClass: false, _names.Any);
        return (single is { } character ? Single(character) : new SetNode(Cased(set)), true);
    }

    /// <summary>A number after a backslash, if there is a group of that number; it may come later in the pattern.</summary>
    private int? GroupReference()
    {
        var start = _text.At;
        if (_text.Number() is { } group && group <= _names.Groups)
        {
            return group;
        }

        _text.At = start;
        return null;
    }

    /// <summary>Reads a class; the position is after its bracket.</summary>
    private readonly struct ClassReader(PatternParser parser)
    {
        private PatternText Text => parser._text;

        public CharacterSet Read()
        {
            var isInverted = Text.Take("^");
            var parts = new List<CharacterSet>();
            while (!Text.Take("]"))
            {
                var first = Atom();
                if (Text.Current != '-' || !Text.TryPeekSecond(out var second) || second == ']')
                {
                    parts.Add(first.Set);
                    continue;
                }

                Text.At++;
                var last = Atom();
                parts.AddRange(
                    first.Character is { } from && last.Character is { } to ? [Range(from, to)]
                    : parser._dialect.IsStrict
                        ? throw new InvalidPatternException("A range in [ ] begins or ends with a class of characters.")
                    // A class before or after the dash makes the dash a character.
                    : [first.Set, CharacterSet.Of('-'), last.Set]
                );
            }

            var set = parser.Cased(CharacterSet.Union(parts));
            return isInverted ? set.Inverted() : set;
        }

        private (CharacterSet Set, int? Character) Atom()
        {
            if (Text.IsAtEnd)
            {
                throw new InvalidPatternException("A [ has no ].");
            }

            var character = parser._dialect.Character(Text);
            return character != '\\' ? (CharacterSet.Of(character), character)
                : Text.IsAtEnd ? throw new InvalidPatternException("The pattern ends with \\.")
                : parser._dialect.Escape(Text, inClass: true, parser._names.Any);
        }

        private static CharacterSet Range(int first, int last) =>
            first <= last
                ? CharacterSet.Of(first, last)
                : throw new InvalidPatternException("A range in [ ] is in the wrong order.");
    }
}

/// <summary>A text that is not a regular expression.</summary>
/// <param name="problem">What is wrong.</param>
internal sealed class InvalidPatternException(string problem) : Exception(problem);
