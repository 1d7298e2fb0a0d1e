using System.Text.Json.Nodes;

namespace Cxf.StatesLanguage.Tasks.DynamoDb;

/// <summary>
/// Conditions: comparisons, BETWEEN, IN, attribute_exists, attribute_not_exists, begins_with, contains, AND, OR, NOT and parentheses.
/// </summary>
internal sealed class ConditionExpression
{
    private readonly ExpressionTokens _tokens;
    private readonly ExpressionNames _names;
    private readonly JsonObject _item;

    private ConditionExpression(ExpressionTokens tokens, ExpressionNames names, JsonObject item)
    {
        _tokens = tokens;
        _names = names;
        _item = item;
    }

    public static bool Holds(string text, ExpressionNames names, JsonObject item)
    {
        var expression = new ConditionExpression(new ExpressionTokens(text), names, item);
        var holds = expression.Or();
        return expression._tokens.AtEnd ? holds : throw expression._tokens.Unexpected();
    }

    private bool Or()
    {
        var holds = And();
        while (_tokens.TryTake("OR"))
        {
            holds |= And();
        }

        return holds;
    }

    private bool And()
    {
        var holds = Not();
        while (_tokens.TryTake("AND"))
        {
            holds &= Not();
        }

        return holds;
    }

    private bool Not()
    {
        if (_tokens.TryTake("NOT"))
        {
            return !Not();
        }

        if (!_tokens.TryTake("("))
        {
            return Term();
        }

        var holds = Or();
        _tokens.Expect(")");
        return holds;
    }

    private bool Term()
    {
        var word = _tokens.Take();
        if (_tokens.TryTake("("))
        {
            return Function(word);
        }

        var left = Operand(word);
        if (_tokens.TryTake("BETWEEN"))
        {
            var low = AttributeValue.Compare(left, Operand(_tokens.Take()));
            _tokens.Expect("AND");
            var high = AttributeValue.Compare(left, Operand(_tokens.Take()));
            return low >= 0 && high <= 0;
        }

        if (_tokens.TryTake("IN"))
        {
            return IsAmong(left);
        }

        var comparison = _tokens.Take();
        var right = Operand(_tokens.Take());
        var order = AttributeValue.Compare(left, right);
        return comparison switch
        {
            "=" => left is not null && AttributeValue.AreEqual(left, right),
            "<>" => !AttributeValue.AreEqual(left, right),
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            ">=" => order >= 0,
            _ => throw _tokens.Unexpected(),
        };
    }

    private bool IsAmong(JsonNode? value)
    {
        var found = false;
        _tokens.Expect("(");
        do
        {
            found |= AttributeValue.AreEqual(value, Operand(_tokens.Take()));
        } while (_tokens.TryTake(","));

        _tokens.Expect(")");
        return found && value is not null;
    }

    private bool Function(string name)
    {
        var path = _tokens.Take();
        var attribute = _names.Attribute(_item, path);
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

        _tokens.Expect(")");
        return holds;
    }

    private string? Argument()
    {
        _tokens.Expect(",");
        return AttributeValue.Text(Operand(_tokens.Take()));
    }

    private JsonNode? Operand(string word) => word.StartsWith(':') ? _names.Value(word) : _names.Attribute(_item, word);
}
