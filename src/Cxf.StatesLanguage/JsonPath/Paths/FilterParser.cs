using System.Text.Json;
using Cxf.Jsonata;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.JsonPath.Paths;

/// <summary>Parses filters: <c>||</c> over <c>&amp;&amp;</c> over <c>!</c>, parentheses and comparisons.</summary>
internal sealed class FilterParser(PathCursor cursor, int depth)
{
    // Far more nested conditions than anyone writes; the limit protects the stack.
    private const int MaxDepth = 64;

    private int _depth = depth;

    public FilterSegment Parse()
    {
        cursor.Need('(');
        var condition = ParseOr();
        cursor.Need(')');
        return new FilterSegment(condition);
    }

    private FilterCondition ParseOr()
    {
        if (++_depth > MaxDepth)
        {
            throw new JsonPathSyntaxException($"The filter of the path '{cursor.Text}' is nested too deep");
        }

        var conditions = new List<FilterCondition> { ParseAnd() };
        while (TakeOperator("||"))
        {
            conditions.Add(ParseAnd());
        }

        _depth--;
        return conditions.Count == 1 ? conditions[0] : new FilterCombination(CombinationKind.Or, conditions);
    }

    private FilterCondition ParseAnd()
    {
        var conditions = new List<FilterCondition> { ParseNot() };
        while (TakeOperator("&&"))
        {
            conditions.Add(ParseNot());
        }

        return conditions.Count == 1 ? conditions[0] : new FilterCombination(CombinationKind.And, conditions);
    }

    private FilterCondition ParseNot()
    {
        cursor.SkipSpace();
        var isNegated = cursor.Take('!');
        cursor.SkipSpace();
        FilterCondition condition;
        if (cursor.Take('('))
        {
            condition = ParseOr();
            cursor.Need(')');
        }
        else
        {
            condition = ParseComparison();
        }

        return isNegated ? new FilterCombination(CombinationKind.Not, [condition]) : condition;
    }

    private FilterCondition ParseComparison()
    {
        var isPath = cursor.Current is '@' or '$';
        var left = ParseOperand();
        if (TakeOperator("=~"))
        {
            return new FilterPattern(left, ParsePattern());
        }

        foreach (var comparison in FilterComparison.Operators)
        {
            if (TakeOperator(comparison))
            {
                return new FilterComparison(left, comparison, ParseOperand());
            }
        }

        return isPath ? new FilterExistence(left) : throw cursor.Expected("a comparison");
    }

    private FilterOperand ParseOperand()
    {
        cursor.SkipSpace();
        var startsAtRoot = cursor.Current == '$';
        return startsAtRoot || cursor.Current == '@' ? ParsePath(startsAtRoot) : new FilterOperand(null, false, ParseConstant());
    }

    private FilterOperand ParsePath(bool startsAtRoot)
    {
        cursor.Position++;
        return new FilterOperand(new PathParser(cursor, _depth).ParseSegments(), startsAtRoot, default);
    }

    private JsonElement ParseConstant()
    {
        cursor.SkipSpace();
        if (cursor.Current is '\'' or '"')
        {
            return Payload.FromString(cursor.TakeQuoted()).Tree;
        }

        if (cursor.Take('['))
        {
            return ParseList();
        }

        var start = cursor.Position;
        var text = cursor.TakeWhile(static character => character is not (')' or ' ' or '&' or '|' or ',' or ']'));
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            // Published definitions compare with words without quotes, and AWS accepts them.
            return IsWord(text) ? Payload.FromString(text).Tree : throw cursor.Expected("a value", start);
        }
    }

    private static bool IsWord(string text) =>
        text.Length > 0
        && (char.IsLetter(text[0]) || text[0] == '_')
        && text.All(static character => char.IsLetterOrDigit(character) || character is '_' or '-' or '.');

    private JsonElement ParseList()
    {
        var items = new List<JsonElement>();
        cursor.SkipSpace();
        while (!cursor.Take(']'))
        {
            items.Add(ParseConstant());
            cursor.SkipSpace();
            if (cursor.Current != ']')
            {
                cursor.Need(',');
            }
        }

        return Payload.ArrayOf(items).Tree;
    }

    private JsonataExpression ParsePattern()
    {
        cursor.Need('/');
        var start = cursor.Position;
        while (!cursor.AtEnd && cursor.Current != '/')
        {
            cursor.Position += cursor.Current == '\\' ? 2 : 1;
        }

        var end = Math.Min(cursor.Position, cursor.Text.Length);
        cursor.Need('/');
        // The pattern comes from the definition and the text from the execution's input: JSONata matches patterns within limits.
        return JsonataExpression.TryCompile(
            $"$contains($, /^(?:{cursor.Text[start..end]})$/{(cursor.Take('i') ? "i" : "")})",
            options: null,
            out var pattern,
            out _
        )
            ? pattern
            : throw new JsonPathSyntaxException($"The pattern at position {start} of the path '{cursor.Text}' is not valid");
    }

    /// <summary>Takes an operator; one that consists of letters must be a whole word.</summary>
    private bool TakeOperator(string word)
    {
        cursor.SkipSpace();
        var end = cursor.Position + word.Length;
        if (
            string.CompareOrdinal(cursor.Text, cursor.Position, word, 0, word.Length) != 0
            || (char.IsAsciiLetter(word[0]) && end < cursor.Text.Length && char.IsAsciiLetterOrDigit(cursor.Text[end]))
        )
        {
            return false;
        }

        cursor.Position = end;
        return true;
    }
}
