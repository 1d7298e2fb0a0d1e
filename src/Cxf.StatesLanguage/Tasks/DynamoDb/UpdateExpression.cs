using System.Text.Json.Nodes;

namespace Cxf.StatesLanguage.Tasks.DynamoDb;

/// <summary>
/// Updates: SET with sums, if_not_exists and list_append, REMOVE, ADD of numbers. Values are read from the item as it was.
/// </summary>
internal sealed class UpdateExpression
{
    private static readonly string[] Clauses = ["SET", "REMOVE", "ADD"];

    private readonly ExpressionTokens _tokens;
    private readonly ExpressionNames _names;
    private readonly JsonObject _old;
    private readonly JsonObject _changed;
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);

    private UpdateExpression(string text, ExpressionNames names, JsonObject old, JsonObject changed)
    {
        _tokens = new ExpressionTokens(text);
        _names = names;
        _old = old;
        _changed = changed;
    }

    /// <summary>Changes an item; the attributes of it that the expression names.</summary>
    public static IReadOnlyCollection<string> Apply(string text, ExpressionNames names, JsonObject old, JsonObject changed)
    {
        var update = new UpdateExpression(text, names, old, changed);
        update.Run();
        return update._touched;
    }

    private void Run()
    {
        while (!_tokens.AtEnd)
        {
            var clause = _tokens.Take().ToUpperInvariant();
            if (!Clauses.Contains(clause))
            {
                throw _tokens.Unexpected();
            }

            do
            {
                Change(clause);
            } while (_tokens.TryTake(","));
        }
    }

    private void Change(string clause)
    {
        var path = _tokens.Take();
        _touched.Add(_names.Top(path));
        var (owner, name) = _names.Find(_changed, path);
        if (owner is null)
        {
            throw DynamoDbErrors.Validation("The document path provided in the update expression is invalid for update");
        }

        switch (clause)
        {
            case "REMOVE":
                owner.Remove(name);
                break;
            case "ADD":
                owner[name] = AttributeValue.OfNumber(
                    (AttributeValue.Number(owner[name]) ?? 0) + (AttributeValue.Number(_names.Value(_tokens.Take())) ?? 0)
                );
                break;
            default:
                _tokens.Expect("=");
                owner[name] = Sum()?.DeepClone();
                break;
        }
    }

    private JsonNode? Sum()
    {
        var value = Operand();
        while (_tokens.Next is "+" or "-")
        {
            var sign = _tokens.Take() == "+" ? 1 : -1;
            value = AttributeValue.OfNumber(Number(value) + (sign * Number(Operand())));
        }

        return value;
    }

    private static decimal Number(JsonNode? value) =>
        AttributeValue.Number(value)
        ?? throw DynamoDbErrors.Validation(
            value is null
                ? "The provided expression refers to an attribute that does not exist in the item"
                : "An operand in the update expression has an incorrect data type"
        );

    private JsonNode? Operand()
    {
        var word = _tokens.Take();
        switch (word.ToLowerInvariant())
        {
            case "if_not_exists":
                _tokens.Expect("(");
                var existing = _names.Attribute(_old, _tokens.Take());
                var otherwise = Second();
                return existing ?? otherwise;
            case "list_append":
                _tokens.Expect("(");
                var first = Operand();
                return AttributeValue.Append(first, Second());
            default:
                return word.StartsWith(':') ? _names.Value(word) : _names.Attribute(_old, word);
        }
    }

    private JsonNode? Second()
    {
        _tokens.Expect(",");
        var operand = Operand();
        _tokens.Expect(")");
        return operand;
    }
}
