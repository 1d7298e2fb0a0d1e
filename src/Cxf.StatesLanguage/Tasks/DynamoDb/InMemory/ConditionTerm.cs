using System.Text.Json.Nodes;

namespace Cxf.StatesLanguage.Tasks.DynamoDb.InMemory;

/// <summary>A comparison or a function of a condition.</summary>
internal sealed class ConditionTerm
{
    private const string Size = "size";

    private readonly ExpressionTokens _tokens;
    private readonly ExpressionNames _names;
    private readonly List<AttributePath> _paths = [];
    private readonly List<JsonNode> _values = [];

    private ConditionTerm(ExpressionTokens tokens, ExpressionNames names)
    {
        _tokens = tokens;
        _names = names;
        (Operator, Holds) = tokens.Following == "(" && tokens.Next != Size ? Function() : Comparison();
    }

    /// <summary>The comparison's sign, <c>BETWEEN</c>, <c>IN</c> or the function's name.</summary>
    public string Operator { get; }

    /// <summary>The paths that the term reads, in their order.</summary>
    public IReadOnlyList<AttributePath> Paths => _paths;

    /// <summary>The values of the request that the term compares with, in their order.</summary>
    public IReadOnlyList<JsonNode> Values => _values;

    /// <summary>Whether the term holds for an item.</summary>
    public Func<JsonObject, bool> Holds { get; }

    public static ConditionTerm Take(ExpressionTokens tokens, ExpressionNames names) => new(tokens, names);

    private (string Operator, Func<JsonObject, bool> Holds) Comparison()
    {
        var left = Operand();
        if (_tokens.TryTake("BETWEEN"))
        {
            var low = Operand("BETWEEN", "S", "N");
            _tokens.Expect("AND");
            var high = Operand("BETWEEN", "S", "N");
            return (
                "BETWEEN",
                item => AttributeValue.Compare(left(item), low(item)) >= 0 && AttributeValue.Compare(left(item), high(item)) <= 0
            );
        }

        if (_tokens.TryTake("IN"))
        {
            var values = TakeValues();
            return ("IN", item => left(item) is { } value && values.Exists(other => AttributeValue.AreEqual(value, other(item))));
        }

        var sign = _tokens.Next;
        Func<JsonNode?, JsonNode?, bool> holds = sign switch
        {
            "=" => static (one, other) => one is not null && AttributeValue.AreEqual(one, other),
            "<>" => static (one, other) => !AttributeValue.AreEqual(one, other),
            "<" => static (one, other) => AttributeValue.Compare(one, other) < 0,
            "<=" => static (one, other) => AttributeValue.Compare(one, other) <= 0,
            ">" => static (one, other) => AttributeValue.Compare(one, other) > 0,
            ">=" => static (one, other) => AttributeValue.Compare(one, other) >= 0,
            _ => throw _tokens.Unexpected(),
        };
        _tokens.Take();
        var right = sign is "=" or "<>" ? Operand() : Operand(sign, "S", "N");
        return (sign, item => holds(left(item), right(item)));
    }

    private (string Operator, Func<JsonObject, bool> Holds) Function()
    {
        var name = _tokens.Take();
        if (name == "attribute_type")
        {
            throw DynamoDbException.NotSupported($"the function {name}");
        }

        if (name is not ("attribute_exists" or "attribute_not_exists" or "begins_with" or "contains"))
        {
            throw _tokens.Invalid($"Invalid function name; function: {name}");
        }

        _tokens.Expect("(");
        var path = Path();
        Func<JsonObject, bool> holds;
        switch (name)
        {
            case "attribute_exists":
                holds = item => path.ValueIn(item) is not null;
                break;
            case "attribute_not_exists":
                holds = item => path.ValueIn(item) is null;
                break;
            case "begins_with":
                _tokens.Expect(",");
                var start = Operand(name, "S");
                holds = item =>
                    AttributeValue.Text(start(item)) is { } text
                    && AttributeValue.Text(path.ValueIn(item))?.StartsWith(text, StringComparison.Ordinal) == true;
                break;
            default:
                _tokens.Expect(",");
                var part = Operand();
                holds = item => AttributeValue.Contains(path.ValueIn(item), part(item));
                break;
        }

        _tokens.Expect(")");
        return (name, holds);
    }

    private List<Func<JsonObject, JsonNode?>> TakeValues()
    {
        var values = new List<Func<JsonObject, JsonNode?>>();
        _tokens.Expect("(");
        do
        {
            values.Add(Operand());
        } while (_tokens.TryTake(","));

        _tokens.Expect(")");
        return values;
    }

    private Func<JsonObject, JsonNode?> Operand()
    {
        if (!_tokens.Next.StartsWith(':'))
        {
            return Stored();
        }

        var value = TakeValue();
        return _ => value;
    }

    /// <summary>An operand of an operator that does not take values of every type.</summary>
    private Func<JsonObject, JsonNode?> Operand(string name, params ReadOnlySpan<string> types)
    {
        if (!_tokens.Next.StartsWith(':'))
        {
            return Stored();
        }

        var value = TakeValue();
        var type = AttributeValue.TypeOf(value);
        if (type == "B")
        {
            throw DynamoDbException.NotSupported($"{name} of binary values");
        }

        return types.Contains(type)
            ? _ => value
            : throw _tokens.Invalid(
                $"Incorrect operand type for operator or function; operator or function: {name}, operand type: {type}"
            );
    }

    private JsonNode TakeValue()
    {
        var value = _names.TakeValue(_tokens);
        _values.Add(value);
        return value;
    }

    /// <summary>An attribute's value, or its size.</summary>
    private Func<JsonObject, JsonNode?> Stored()
    {
        if (_tokens.Next != Size || _tokens.Following != "(")
        {
            return Path().ValueIn;
        }

        _tokens.Take();
        _tokens.Expect("(");
        var path = Path();
        _tokens.Expect(")");
        return item => AttributeValue.SizeOf(path.ValueIn(item)) is { } size ? AttributeValue.OfNumber(size) : null;
    }

    private AttributePath Path()
    {
        var path = _names.TakePath(_tokens);
        _paths.Add(path);
        return path;
    }
}
