namespace Cxf.StatesLanguage.JsonPath.Paths;

/// <summary>
/// Parses the dialect of JSONPath that Step Functions takes: dots, brackets, indexes, slices, wildcards, <c>..</c>, filters.
/// </summary>
/// <param name="cursor">Where to read.</param>
/// <param name="filterDepth">How many filter conditions surround the path; 0 outside of filters.</param>
internal readonly struct PathParser(PathCursor cursor, int filterDepth)
{
    public static JsonPathExpression Parse(string text)
    {
        var cursor = new PathCursor(text);
        cursor.SkipSpace();
        var (root, variable) = ParseRoot(cursor);
        var segments = new PathParser(cursor, filterDepth: 0).ParseSegments();
        cursor.SkipSpace();
        return cursor.AtEnd
            ? new JsonPathExpression(text, root, variable, segments)
            : throw new JsonPathSyntaxException(
                $"Unexpected character '{cursor.Current}' at position {cursor.Position} of the path '{text}'"
            );
    }

    public List<PathSegment> ParseSegments()
    {
        var segments = new List<PathSegment>();
        while (true)
        {
            if (cursor.Take('['))
            {
                segments.Add(ParseBracket());
            }
            else if (cursor.Take('.'))
            {
                if (cursor.Take('.'))
                {
                    segments.Add(new DescendantSegment());
                }

                // A dot before a bracket says nothing: $.['a b'], $.[0].
                if (cursor.Current == '[')
                {
                    continue;
                }

                segments.Add(cursor.Take('*') ? new WildcardSegment() : ParseNameOrLength());
            }
            else
            {
                return segments;
            }
        }
    }

    private static (PathRoot Root, string? Variable) ParseRoot(PathCursor cursor)
    {
        if (!cursor.Take('$'))
        {
            throw new JsonPathSyntaxException($"The path '{cursor.Text}' does not start with '$'");
        }

        if (cursor.Take('$'))
        {
            return (PathRoot.Context, null);
        }

        var name = cursor.TakeWhile(static character => char.IsLetterOrDigit(character) || character == '_');
        return name.Length == 0 ? (PathRoot.Input, null) : (PathRoot.Variable, name);
    }

    private PathSegment ParseBracket()
    {
        cursor.SkipSpace();
        PathSegment segment;
        if (cursor.Current is '\'' or '"')
        {
            segment = ParseNames();
        }
        else if (cursor.Take('*'))
        {
            segment = new WildcardSegment();
        }
        else if (cursor.Take('?'))
        {
            segment = new FilterParser(cursor, filterDepth).Parse();
        }
        else
        {
            segment = ParseNumbers();
        }

        cursor.Need(']');
        return segment;
    }

    private PathSegment ParseNumbers()
    {
        var first = cursor.TakeInteger();
        if (cursor.Take(':'))
        {
            return new SliceSegment(first, cursor.TakeInteger());
        }

        var indexes = new List<int> { first ?? throw cursor.Expected("a number") };
        while (cursor.Take(','))
        {
            indexes.Add(cursor.TakeInteger() ?? throw cursor.Expected("a number"));
        }

        return new IndexSegment(indexes);
    }

    /// <summary>One quoted name, or several that select an object of these members.</summary>
    private PathSegment ParseNames()
    {
        var names = new List<string> { cursor.TakeQuotedName() };
        cursor.SkipSpace();
        while (cursor.Take(','))
        {
            cursor.SkipSpace();
            names.Add(cursor.Current is '\'' or '"' ? cursor.TakeQuotedName() : throw cursor.Expected("a quoted name"));
            cursor.SkipSpace();
        }

        return names.Count == 1 ? new NameSegment(names[0]) : new NamesSegment(names);
    }

    private PathSegment ParseNameOrLength()
    {
        const string Call = "length()";
        if (cursor.Text.AsSpan(cursor.Position).SequenceEqual(Call))
        {
            cursor.Position = cursor.Text.Length;
            return new LengthSegment();
        }

        var isInFilter = filterDepth > 0;
        var name = cursor.TakeWhile(character =>
            character is not ('.' or '[' or ' ' or ',' or ')' or '(' or '=' or '<' or '>' or '!')
            && !(isInFilter && character is '&' or '|' or ']')
        );
        return name.Length > 0 ? new NameSegment(name) : throw cursor.Expected("a name");
    }
}
