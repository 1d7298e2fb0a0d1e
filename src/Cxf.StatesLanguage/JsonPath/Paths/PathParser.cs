using System.Globalization;
using System.Text;

namespace Cxf.StatesLanguage.JsonPath.Paths;

/// <summary>Parses the dialect of JSONPath that Step Functions takes: dots, brackets, indexes, slices, wildcards, <c>..</c>,
/// filters.</summary>
internal ref partial struct PathParser(string text)
{
    private readonly string text = text;
    private int position;

    // How deep the parser is in a filter's conditions; 0 outside of filters.
    private int nesting;

    public static JsonPathExpression Parse(string text)
    {
        var parser = new PathParser(text);
        var (root, variable) = parser.ParseRoot();
        var segments = parser.ParseSegments();
        return parser.position == text.Length
            ? new JsonPathExpression(text, root, variable, segments)
            : throw new JsonPathSyntaxException(
                $"Unexpected character '{text[parser.position]}' at position {parser.position} of the path '{text}'");
    }

    private readonly char Current => position < text.Length ? text[position] : '\0';

    private (PathRoot Root, string? Variable) ParseRoot()
    {
        if (!Take('$'))
        {
            throw new JsonPathSyntaxException($"The path '{text}' does not start with '$'");
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
        while (position < text.Length)
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
            : throw new JsonPathSyntaxException($"Expected ']' at position {position} of the path '{text}'");
    }

    private PathSegment ParseNumbers()
    {
        var first = ParseInteger();
        if (Take(':'))
        {
            return new SliceSegment(first, ParseInteger());
        }

        var indexes = new List<int> { first ?? throw new JsonPathSyntaxException($"Expected a number at position {position} of the path '{text}'") };
        while (Take(','))
        {
            SkipSpace();
            indexes.Add(
                ParseInteger() ?? throw new JsonPathSyntaxException(
                    $"Expected a number at position {position} of the path '{text}'"));
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
                    : throw new JsonPathSyntaxException($"Expected a quoted name at position {position} of the path '{text}'"));
            SkipSpace();
        }

        return names.Count == 1 ? new NameSegment(names[0]) : new NamesSegment(names);
    }

    private PathSegment ParseNameOrLength()
    {
        const string Call = "length()";
        if (string.CompareOrdinal(text, position, Call, 0, Call.Length) == 0 && position + Call.Length == text.Length)
        {
            position = text.Length;
            return new LengthSegment();
        }

        return new NameSegment(ParseName());
    }

    private string ParseName()
    {
        var start = position;
        while (
            position < text.Length && text[position] is not ('.' or '[' or ' ' or ',' or ')' or '(' or '=' or '<' or '>' or '!')
            && (nesting == 0 || text[position] is not ('&' or '|' or ']')))
        {
            position++;
        }

        return position > start
            ? text[start..position]
            : throw new JsonPathSyntaxException($"Expected a name at position {position} of the path '{text}'");
    }

    private string ParseIdentifier()
    {
        var start = position;
        while (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] == '_'))
        {
            position++;
        }

        return text[start..position];
    }

    private string ParseQuoted()
    {
        var quote = text[position++];
        var name = new StringBuilder();
        while (position < text.Length && text[position] != quote)
        {
            if (text[position] == '\\' && position + 1 < text.Length)
            {
                position++;
            }

            name.Append(text[position++]);
        }

        return Take(quote) ? name.ToString() : throw new JsonPathSyntaxException($"Missing {quote} in the path '{text}'");
    }

    private int? ParseInteger()
    {
        SkipSpace();
        var start = position;
        Take('-');
        while (char.IsAsciiDigit(Current))
        {
            position++;
        }

        return int.TryParse(
            text.AsSpan(start, position - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    private void SkipSpace()
    {
        while (Current == ' ')
        {
            position++;
        }
    }

    private bool Take(char expected)
    {
        if (Current != expected || position >= text.Length)
        {
            return false;
        }

        position++;
        return true;
    }
}
