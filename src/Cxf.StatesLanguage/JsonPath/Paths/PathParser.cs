using System.Globalization;
using System.Text;

namespace Cxf.StatesLanguage.JsonPath.Paths;

/// <summary>Parses the dialect of JSONPath that Step Functions takes: dots, brackets, indexes, slices, wildcards, <c>..</c>,
/// filters.</summary>
internal ref partial struct PathParser(string text)
{
    private readonly string _text = text;
    private int _position;

    // How deep the parser is in a filter's conditions; 0 outside of filters.
    private int _nesting;

    public static JsonPathExpression Parse(string text)
    {
        var parser = new PathParser(text);
        var (root, variable) = parser.ParseRoot();
        var segments = parser.ParseSegments();
        return parser._position == text.Length
            ? new JsonPathExpression(text, root, variable, segments)
            : throw new JsonPathSyntaxException(
                $"Unexpected character '{text[parser._position]}' at position {parser._position} of the path '{text}'");
    }

    private readonly char Current => _position < _text.Length ? _text[_position] : '\0';

    private (PathRoot Root, string? Variable) ParseRoot()
    {
        if (!Take('$'))
        {
            throw new JsonPathSyntaxException($"The path '{_text}' does not start with '$'");
        }

        if (Take('$'))
        {
            return (PathRoot.Context, null);
        }

        var name = ParseIdentifier();
        return name.Length == 0 ? (PathRoot.Input, null) : (PathRoot.Variable, name);
    }

    private List<PathSegment> ParseSegments()
    {
        var segments = new List<PathSegment>();
        while (_position < _text.Length)
        {
            if (Take('['))
            {
                segments.Add(ParseBracket());
            }
            else if (Take('.'))
            {
                if (Take('.'))
                {
                    segments.Add(new DescendantSegment());
                    if (Current == '[')
                    {
                        continue;
                    }
                }

                segments.Add(Take('*') ? new WildcardSegment() : ParseNameOrLength());
            }
            else
            {
                break;
            }
        }

        return segments;
    }

    private PathSegment ParseBracket()
    {
        SkipSpace();
        PathSegment segment;
        if (Current is '\'' or '"')
        {
            segment = ParseNames();
        }
        else if (Take('*'))
        {
            segment = new WildcardSegment();
        }
        else if (Take('?'))
        {
            segment = ParseFilter();
        }
        else
        {
            segment = ParseNumbers();
        }

        SkipSpace();
        return Take(']')
            ? segment
            : throw new JsonPathSyntaxException($"Expected ']' at position {_position} of the path '{_text}'");
    }

    private PathSegment ParseNumbers()
    {
        var first = ParseInteger();
        if (Take(':'))
        {
            return new SliceSegment(first, ParseInteger());
        }

        var indexes = new List<int> { first ?? throw new JsonPathSyntaxException($"Expected a number at position {_position} of the path '{_text}'") };
        while (Take(','))
        {
            SkipSpace();
            indexes.Add(
                ParseInteger() ?? throw new JsonPathSyntaxException(
                    $"Expected a number at position {_position} of the path '{_text}'"));
        }

        return new IndexSegment(indexes);
    }

    /// <summary>One quoted name, or several that select an object of these members.</summary>
    private PathSegment ParseNames()
    {
        var names = new List<string> { ParseQuoted() };
        SkipSpace();
        while (Take(','))
        {
            SkipSpace();
            names.Add(
                Current is '\'' or '"'
                    ? ParseQuoted()
                    : throw new JsonPathSyntaxException($"Expected a quoted name at position {_position} of the path '{_text}'"));
            SkipSpace();
        }

        return names.Count == 1 ? new NameSegment(names[0]) : new NamesSegment(names);
    }

    private PathSegment ParseNameOrLength()
    {
        const string Call = "length()";
        if (string.CompareOrdinal(_text, _position, Call, 0, Call.Length) == 0 && _position + Call.Length == _text.Length)
        {
            _position = _text.Length;
            return new LengthSegment();
        }

        return new NameSegment(ParseName());
    }

    private string ParseName()
    {
        var start = _position;
        while (
            _position < _text.Length && _text[_position] is not ('.' or '[' or ' ' or ',' or ')' or '(' or '=' or '<' or '>' or '!')
            && (_nesting == 0 || _text[_position] is not ('&' or '|' or ']')))
        {
            _position++;
        }

        return _position > start
            ? _text[start.._position]
            : throw new JsonPathSyntaxException($"Expected a name at position {_position} of the path '{_text}'");
    }

    private string ParseIdentifier()
    {
        var start = _position;
        while (_position < _text.Length && (char.IsLetterOrDigit(_text[_position]) || _text[_position] == '_'))
        {
            _position++;
        }

        return _text[start.._position];
    }

    private string ParseQuoted()
    {
        var quote = _text[_position++];
        var name = new StringBuilder();
        while (_position < _text.Length && _text[_position] != quote)
        {
            if (_text[_position] == '\\' && _position + 1 < _text.Length)
            {
                _position++;
            }

            name.Append(_text[_position++]);
        }

        return Take(quote) ? name.ToString() : throw new JsonPathSyntaxException($"Missing {quote} in the path '{_text}'");
    }

    private int? ParseInteger()
    {
        SkipSpace();
        var start = _position;
        Take('-');
        while (char.IsAsciiDigit(Current))
        {
            _position++;
        }

        return int.TryParse(
            _text.AsSpan(start, _position - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    private void SkipSpace()
    {
        while (Current == ' ')
        {
            _position++;
        }
    }

    private bool Take(char expected)
    {
        if (Current != expected || _position >= _text.Length)
        {
            return false;
        }

        _position++;
        return true;
    }
}
