using System.Text.Json.Nodes;

namespace Cxf.StatesLanguage.Tasks.DynamoDb;

/// <summary>
/// Conditions: comparisons, BETWEEN, IN, attribute_exists, attribute_not_exists, begins_with, contains, AND, OR, NOT and parentheses.
/// </summary>
internal sealed class ConditionExpression
{
    private readonly ExpressionTokens tokens;
    private readonly ExpressionNames names;
    private readonly JsonObject item;

    private ConditionExpression(ExpressionTokens tokens, ExpressionNames names, JsonObject item)
    {
        this.tokens = tokens;
        this.names = names;
        this.item = item;
    }

    public static bool Holds(string text, ExpressionNames names, JsonObject item)
    {
        var expression = new ConditionExpression(new ExpressionTokens(text), names, item);
        var holds = expression.Or();
        return expression.tokens.AtEnd ? holds : throw expression.tokens.Unexpected();
    }

    private bool Or()
    {
        var holds = And();
        while (tokens.TryTake("OR"))
        {
            holds |= And();
        }

        return holds;
    }

    private bool And()
    {
        var holds = Not();
        while (tokens.TryTake("AND"))
        {
            holds &= Not();
        }

        return holds;
    }

    private bool Not()
    {
        if (tokens.TryTake("NOT"))
        {
            return !Not();
        }

        if (!tokens.TryTake("("))
        {
            return Term();
        }

        var holds = Or();
        tokens.Expect(")");
        return holds;
    }

    private bool Term()
    {
        var word = tokens.Take();
        if (tokens.TryTake("("))
        {
            return Function(word);
        }

        var left = Operand(word);
        if (tokens.TryTake("BETWEEN"))
        {
            var low = AttributeValue.Compare(left, Operand(tokens.Take()));
            tokens.Expect("AND");
            var high = AttributeValue.Compare(left, Operand(tokens.Take()));
            return low >= 0 && high <= 0;
        }

        if (tokens.TryTake("IN"))
        {
            return IsAmong(left);
        }

        var comparison = tokens.Take();
        var right = Operand(tokens.Take());
        var order = AttributeValue.Compare(left, right);
        return comparison switch
        {
            "=" => left is not null && AttributeValue.AreEqual(left, right),
            "<>" => !AttributeValue.AreEqual(left, right),
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            ">=" => order >= 0,
            _ => throw tokens.Unexpected(),
        };
    }

    private bool IsAmong(JsonNode? value)
    {
        var found = false;
        tokens.Expect("(");
        do
        {
            found |= AttributeValue.AreEqual(value, Operand(tokens.Take()));
        }
        while (tokens.TryTake(","));

        tokens.Expect(")");
        return found && value is not null;
    }

    private bool Function(string name)
    {
        var path = tokens.Take();
        var attribute = names.Attribute(item, path);
        bool holds;
        switch (name.ToLowerInvariant())
        {
            case "attribute_exists":
                holds = attribute is not null;
                break;
            case "attribute_not_exists":
                holds = attribute is null;
                break;
            case "begins_with":
                var start = Argument();
                holds = start is not null && AttributeValue.Text(attribute)?.StartsWith(start, StringComparison.Ordinal) == true;
                break;
            case "contains":
                var part = Argument();
                holds = part is not null && AttributeValue.Text(attribute)?.Contains(part, StringComparison.Ordinal) == true;
                break;
            default:
                throw DynamoDbErrors.Validation($"Invalid ConditionExpression: Invalid function name; function: {name}");
        }

        tokens.Expect(")");
        return holds;
    }

    private string? Argument()
    {
        tokens.Expect(",");
        return AttributeValue.Text(Operand(tokens.Take()));
    }

    private JsonNode? Operand(string word) => word.StartsWith(':') ? names.Value(word) : names.Attribute(item, word);
}
