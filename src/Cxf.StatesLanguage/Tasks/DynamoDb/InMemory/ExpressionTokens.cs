using System.Text.RegularExpressions;

namespace Cxf.StatesLanguage.Tasks.DynamoDb.InMemory;

/// <summary>The words and signs of an expression, taken one after the other.</summary>
internal sealed partial class ExpressionTokens
{
    private readonly string _expression;
    private readonly string _text;
    private readonly List<string> _tokens;
    private int _position;

    /// <param name="expression">The request's member, such as <c>ConditionExpression</c>.</param>
    /// <param name="text">The expression.</param>
    public ExpressionTokens(string expression, string text)
    {
        _expression = expression;
        _text = text;
        _tokens = [.. Token.Matches(text).Select(static match => match.Value)];
        if (_tokens.Count == 0)
        {
            throw Invalid("The expression can not be empty;");
        }
    }

    public bool AtEnd => _position == _tokens.Count;

    public string Next => AtEnd ? "<EOF>" : _tokens[_position];

    /// <summary>The token after the next one.</summary>
    public string Following => _position + 1 < _tokens.Count ? _tokens[_position + 1] : "";

    public string Take() => AtEnd ? throw Unexpected() : _tokens[_position++];

    /// <summary>Takes a word in any case; false if something else comes next.</summary>
    public bool TryTake(string word)
    {
        if (!Next.Equals(word, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        _position++;
        return true;
    }

    public void Expect(string word)
    {
        if (!TryTake(word))
        {
            throw Unexpected();
        }
    }

    public void ExpectEnd()
    {
        if (!AtEnd)
        {
            throw Unexpected();
        }
    }

    public DynamoDbException Unexpected() => Invalid($"Syntax error; token: \"{Next}\", in: \"{_text}\"");

    public DynamoDbException Invalid(string problem) => DynamoDbException.Validation($"Invalid {_expression}: {problem}");

    [GeneratedRegex(@"[#:]?\w+|<>|<=|>=|\S")]
    private static partial Regex Token { get; }
}
