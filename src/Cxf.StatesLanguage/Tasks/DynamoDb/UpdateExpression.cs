using System.Text.Json.Nodes;

namespace Cxf.StatesLanguage.Tasks.DynamoDb;

/// <summary>
/// Updates: SET with sums, if_not_exists and list_append, REMOVE, ADD of numbers. Values are read from the item as it was.
/// </summary>
internal sealed class UpdateExpression
{
    private static readonly string[] Clauses = ["SET", "REMOVE", "ADD"];

    private readonly ExpressionTokens tokens;
    private readonly ExpressionNames names;
    private readonly JsonObject old;
    private readonly JsonObject changed;
    private readonly HashSet<string> touched = new(StringComparer.Ordinal);

    private UpdateExpression(string text, ExpressionNames names, JsonObject old, JsonObject changed)
    {
        tokens = new ExpressionTokens(text);
        this.names = names;
        this.old = old;
        this.changed = changed;
    }

    /// <summary>Changes an item; the attributes of it that the expression names.</summary>
    public static IReadOnlyCollection<string> Apply(string text, ExpressionNames names, JsonObject old, JsonObject changed)
    {
        var update = new UpdateExpression(text, names, old, changed);
        update.Run();
        return update.touched;
    }

    private void Run()
    {
        while (!tokens.AtEnd)
        {
            var clause = tokens.Take().ToUpperInvariant();
            if (!Clauses.Contains(clause))
            {
                throw tokens.Unexpected();
            }

            do
            {
                Change(clause);
            }
            while (tokens.TryTake(","));
        }
    }

    private void Change(string clause)
    {
        var path = tokens.Take();
        touched.Add(names.Top(path));
        var (owner, name) = names.Find(changed, path);
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
                    (AttributeValue.Number(owner[name]) ?? 0) + (AttributeValue.Number(names.Value(tokens.Take())) ?? 0));
                break;
            default:
                tokens.Expect("=");
                owner[name] = Sum()?.DeepClone();
                break;
        }
    }

    private JsonNode? Sum()
    {
        var value = Operand();
        while (tokens.Next is "+" or "-")
        {
            var sign = tokens.Take() == "+" ? 1 : -1;
            value = AttributeValue.OfNumber(Number(value) + (sign * Number(Operand())));
        }

        return value;
    }

    private static decimal Number(JsonNode? value) => AttributeValue.Number(value) ?? throw DynamoDbErrors.Validation(
        value is null
            ? "The provided expression refers to an attribute that does not exist in the item"
            : "An operand in the update expression has an incorrect data type");

    private JsonNode? Operand()
    {
        var word = tokens.Take();
        switch (word.ToLowerInvariant())
        {
            case "if_not_exists":
                tokens.Expect("(");
                var existing = names.Attribute(old, tokens.Take());
                var otherwise = Second();
                return existing ?? otherwise;
            case "list_append":
                tokens.Expect("(");
                var first = Operand();
                return AttributeValue.Append(first, Second());
            default:
                return word.StartsWith(':') ? names.Value(word) : names.Attribute(old, word);
        }
    }

    private JsonNode? Second()
    {
        tokens.Expect(",");
        var operand = Operand();
        tokens.Expect(")");
        return operand;
    }
}
