using System.Text.Json.Nodes;

namespace Cxf.StatesLanguage.Tasks.DynamoDb.InMemory;

/// <summary>
/// Conditions: comparisons, BETWEEN, IN, size, attribute_exists, attribute_not_exists, begins_with, contains, AND, OR, NOT and
/// parentheses.
/// </summary>
internal sealed class ConditionExpression
{
    private readonly ExpressionTokens _tokens;
    private readonly ExpressionNames _names;
    private readonly List<AttributePath> _paths = [];

    private ConditionExpression(ExpressionTokens tokens, ExpressionNames names)
    {
        _tokens = tokens;
        _names = names;
        Holds = Or();
        tokens.ExpectEnd();
    }

    /// <summary>The paths that the condition reads.</summary>
    public IReadOnlyList<AttributePath> Paths => _paths;

    /// <summary>Whether the condition holds for an item; an item that does not exist has no attributes.</summary>
    public Func<JsonObject, bool> Holds { get; }

    public static ConditionExpression Parse(string member, string text, ExpressionNames names) =>
        new(new ExpressionTokens(member, text), names);

    private Func<JsonObject, bool> Or()
    {
        var first = And();
        if (!_tokens.TryTake("OR"))
        {
            return first;
        }

        var second = Or();
        return item => first(item) || second(item);
    }

    private Func<JsonObject, bool> And()
    {
        var first = Not();
        if (!_tokens.TryTake("AND"))
        {
            return first;
        }

        var second = And();
        return item => first(item) && second(item);
    }

    private Func<JsonObject, bool> Not()
    {
        if (_tokens.TryTake("NOT"))
        {
            var holds = Not();
            return item => !holds(item);
        }

        if (_tokens.TryTake("("))
        {
            var holds = Or();
            _tokens.Expect(")");
            return holds;
        }

        var term = ConditionTerm.Take(_tokens, _names);
        _paths.AddRange(term.Paths);
        return term.Holds;
    }
}
