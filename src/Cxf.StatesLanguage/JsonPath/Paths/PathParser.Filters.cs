using System.Text.Json;
using System.Text.RegularExpressions;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.JsonPath.Choices;
using Cxf.StatesLanguage.JsonPath.Paths.Filters;

namespace Cxf.StatesLanguage.JsonPath.Paths;

/// <content>Filters: <c>||</c> over <c>&amp;&amp;</c> over <c>!</c>, parentheses and comparisons.</content>
internal ref partial struct PathParser
{
    // Conditions in parentheses may nest so deep, far more than anyone writes; beyond, the definition is refused.
    private const int MostNesting = 64;

    private FilterSegment ParseFilter()
    {
        Need('(');
        var condition = ParseEither();
        Need(')');
        return new FilterSegment(condition);
    }

    private FilterCondition ParseEither()
    {
        if (++_nesting > MostNesting)
        {
            throw new JsonPathSyntaxException($"The filter of the path '{_text}' is nested too deep");
        }

        var conditions = new List<FilterCondition> { ParseBoth() };
        while (TakeWord("||"))
        {
            conditions.Add(ParseBoth());
        }

        _nesting--;
        return conditions.Count == 1 ? conditions[0] : new FilterCombination(CombinationKind.Or, conditions);
    }

    private FilterCondition ParseBoth()
    {
        var conditions = new List<FilterCondition> { ParseSingle() };
        while (TakeWord("&&"))
        {
            conditions.Add(ParseSingle());
        }

        return conditions.Count == 1 ? conditions[0] : new FilterCombination(CombinationKind.And, conditions);
    }

    private FilterCondition ParseSingle()
    {
        SkipSpace();
        var isNegated = Take('!');
        SkipSpace();
        FilterCondition condition;
        if (Take('('))
        {
            condition = ParseEither();
            Need(')');
        }
        else
        {
            condition = ParseComparison();
        }

        return isNegated ? new FilterCombination(CombinationKind.Not, [condition]) : condition;
    }

    private FilterCondition ParseComparison()
    {
        var isPath = Current == '@';
        var left = ParseOperand();
        if (TakeWord("=~"))
        {
            return new FilterPattern(left, ParsePattern());
        }

        foreach (var comparison in FilterComparison.Operators)
        {
            if (TakeWord(comparison))
            {
                return new FilterComparison(left, comparison, ParseOperand());
            }
        }

        return isPath
            ? new FilterExistence(left)
            : throw new JsonPathSyntaxException($"Expected a comparison at position {_position} of the path '{_text}'");
    }

    private FilterOperand ParseOperand()
    {
        SkipSpace();
        return Take('@') ? new FilterOperand(ParseSegments(), default) : new FilterOperand(null, ParseConstant());
    }

    private JsonElement ParseConstant()
    {
        SkipSpace();
        if (Current is '\'' or '"')
        {
            return Payload.FromString(ParseQuoted()).Tree;
        }

        if (Take('['))
        {
            return ParseList();
        }

        var start = _position;
        while (_position < _text.Length && _text[_position] is not (')' or ' ' or '&' or '|' or ',' or ']'))
        {
            _position++;
        }

        try
        {
            return JsonElement.Parse(_text[start.._position]);
        }
        catch (JsonException)
        {
            throw new JsonPathSyntaxException($"Expected a value at position {start} of the path '{_text}'");
        }
    }

    private JsonElement ParseList()
    {
        using var writer = PayloadWriter.Rent();
        writer.Json.WriteStartArray();
        SkipSpace();
        while (Current != ']')
        {
            ParseConstant().WriteTo(writer.Json);
            SkipSpace();
            if (Current != ']')
            {
                Need(',');
            }
        }

        _position++;
        writer.Json.WriteEndArray();
        return writer.ToPayload().Tree;
    }

    private Regex ParsePattern()
    {
        Need('/');
        var start = _position;
        while (_position < _text.Length && _text[_position] != '/')
        {
            _position += _text[_position] == '\\' ? 2 : 1;
        }

        var end = Math.Min(_position, _text.Length);
        Need('/');
        var options = RegexOptions.CultureInvariant | (Take('i') ? RegexOptions.IgnoreCase : RegexOptions.None);
        try
        {
            // A pattern comes with the definition and the text with the execution's input: matching must not take exponential time.
            return new Regex($@"\A(?:{_text[start..end]})\z", options | RegexOptions.NonBacktracking);
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            throw new JsonPathSyntaxException($"The pattern at position {start} of the path '{_text}' is not valid");
        }
    }

    private void Need(char expected)
    {
        SkipSpace();
        if (!Take(expected))
        {
            throw new JsonPathSyntaxException($"Expected '{expected}' at position {_position} of the path '{_text}'");
        }
    }

    /// <summary>Takes an operator; one of letters must end where the word ends.</summary>
    private bool TakeWord(string word)
    {
        SkipSpace();
        var end = _position + word.Length;
        if (string.CompareOrdinal(_text, _position, word, 0, word.Length) != 0
            || (char.IsAsciiLetter(word[0]) && end < _text.Length && char.IsAsciiLetterOrDigit(_text[end])))
        {
            return false;
        }

        _position = end;
        return true;
    }
}
