using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Cxf.StatesLanguage.JsonPath.Paths;

/// <summary>Parses the dialect of JSONPath that Step Functions takes: dots, brackets, indexes, slices, wildcards, <c>..</c>,
/// filters.</summary>
internal ref struct PathParser(string text)
{
    private static readonly string[] Comparisons = ["==", "!=", "<=", ">=", "<", ">"];

    private readonly string text = text;
    private int position;

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

                segments.Add(Take('*') ? new WildcardSegment() : new NameSegment(ParseName()));
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
            segment = new NameSegment(ParseQuoted());
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

    private FilterSegment ParseFilter()
    {
        if (!Take('('))
        {
            throw new JsonPathSyntaxException($"Expected '(' at position {position} of the path '{text}'");
        }

        SkipSpace();
        if (!Take('@'))
        {
            throw new JsonPathSyntaxException($"Expected '@' at position {position} of the path '{text}'");
        }

        var path = ParseSegments();
        SkipSpace();
        string? comparison = null;
        JsonElement operand = default;
        foreach (var candidate in Comparisons)
        {
            if (string.CompareOrdinal(text, position, candidate, 0, candidate.Length) == 0)
            {
                position += candidate.Length;
                comparison = candidate;
                operand = ParseOperand();
                break;
            }
        }

        SkipSpace();
        return Take(')')
            ? new FilterSegment(path, comparison, operand)
            : throw new JsonPathSyntaxException($"Expected ')' at position {position} of the path '{text}'");
    }

    private JsonElement ParseOperand()
    {
        SkipSpace();
        if (Current is '\'' or '"')
        {
            return Data.Payload.FromString(ParseQuoted()).Tree;
        }

        var start = position;
        while (position < text.Length && text[position] is not (')' or ' ' or '&' or '|'))
        {
            position++;
        }

        try
        {
            return JsonElement.Parse(text[start..position]);
        }
        catch (JsonException)
        {
            throw new JsonPathSyntaxException($"Expected a value at position {start} of the path '{text}'");
        }
    }

    private string ParseName()
    {
        var start = position;
        while (
            position < text.Length && text[position] is not ('.' or '[' or ' ' or ',' or ')' or '(' or '=' or '<' or '>' or '!'))
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
