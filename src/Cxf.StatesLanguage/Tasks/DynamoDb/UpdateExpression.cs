using System.Text.Json.Nodes;

namespace Cxf.StatesLanguage.Tasks.DynamoDb;

/// <summary>Updates: SET with sums and if_not_exists, REMOVE, ADD of numbers. Values are read from the item as it was.</summary>
internal static class UpdateExpression
{
    private static readonly string[] Clauses = ["SET", "REMOVE", "ADD"];

    public static void Apply(string text, ExpressionNames names, JsonObject old, JsonObject changed)
    {
        var tokens = new ExpressionTokens(text);
        while (!tokens.AtEnd)
        {
            var clause = tokens.Take().ToUpperInvariant();
            if (!Clauses.Contains(clause))
            {
                throw tokens.Unexpected();
            }

            do
            {
                Change(clause, tokens, names, old, changed);
            }
            while (tokens.TryTake(","));
        }
    }

    private static void Change(string clause, ExpressionTokens tokens, ExpressionNames names, JsonObject old, JsonObject changed)
    {
        var path = tokens.Take();
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
                owner[name] = Sum(tokens, names, old)?.DeepClone();
                break;
        }
    }

    private static JsonNode? Sum(ExpressionTokens tokens, ExpressionNames names, JsonObject old)
    {
        var value = Operand(tokens, names, old);
        while (tokens.Next is "+" or "-")
        {
            var sign = tokens.Take() == "+" ? 1 : -1;
            value = AttributeValue.OfNumber(
                (AttributeValue.Number(value) ?? 0) + (sign * (AttributeValue.Number(Operand(tokens, names, old)) ?? 0)));
        }

        return value;
    }

    private static JsonNode? Operand(ExpressionTokens tokens, ExpressionNames names, JsonObject old)
    {
        var word = tokens.Take();
        if (!word.Equals("if_not_exists", StringComparison.OrdinalIgnoreCase))
        {
            return word.StartsWith(':') ? names.Value(word) : names.Attribute(old, word);
        }

        tokens.Expect("(");
        var existing = names.Attribute(old, tokens.Take());
        tokens.Expect(",");
        var otherwise = Operand(tokens, names, old);
        tokens.Expect(")");
        return existing ?? otherwise;
    }
}
