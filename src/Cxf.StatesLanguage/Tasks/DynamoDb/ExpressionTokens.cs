using System.Text.RegularExpressions;

namespace Cxf.StatesLanguage.Tasks.DynamoDb;

/// <summary>The words and signs of an expression, taken one after the other.</summary>
internal sealed partial class ExpressionTokens(string text)
{
    private readonly List<string> _tokens = [.. Token.Matches(text).Select(static match => match.Value)];
    private int _position;

    public bool AtEnd => _position == _tokens.Count;

    public string Next => AtEnd ? "" : _tokens[_position];

    public string Take() => AtEnd ? throw Unexpected() : _tokens[_position++];

    /// <summary>Takes a word, whatever its case; false when something else comes.</summary>
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

    public TaskServiceException Unexpected() =>
        DynamoDbErrors.Validation($"Invalid expression: Syntax error; token: \"{Next}\", in: \"{text}\"");

    [GeneratedRegex(@"[#:]?[\w.-]+|<>|<=|>=|[=<>(),+-]|\S")]
    private static partial Regex Token { get; }
}
