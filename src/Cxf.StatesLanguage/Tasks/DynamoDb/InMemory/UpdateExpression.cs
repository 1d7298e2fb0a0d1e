using System.Text.Json.Nodes;

namespace Cxf.StatesLanguage.Tasks.DynamoDb.InMemory;

/// <summary>
/// Updates: SET with sums, if_not_exists and list_append, REMOVE, ADD of numbers and to sets of texts, and DELETE from sets of
/// texts. Operands are read from the item as it was.
/// </summary>
internal sealed class UpdateExpression
{
    private readonly ExpressionTokens _tokens;
    private readonly ExpressionNames _names;
    private readonly List<AttributePath> _paths = [];
    private readonly List<Action<JsonObject, JsonObject>> _changes = [];

    private UpdateExpression(ExpressionTokens tokens, ExpressionNames names)
    {
        _tokens = tokens;
        _names = names;
        var clauses = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (!tokens.AtEnd)
        {
            var clause = tokens.Next;
            Action takeChange = clause.ToUpperInvariant() switch
            {
                "SET" => TakeSet,
                "REMOVE" => TakeRemove,
                "ADD" => TakeAdd,
                "DELETE" => TakeDelete,
                _ => throw tokens.Unexpected(),
            };
            tokens.Take();
            if (!clauses.Add(clause))
            {
                throw tokens.Invalid(
                    $"The \"{clause.ToUpperInvariant()}\" section can only be used once in an update expression;"
                );
            }

            do
            {
                takeChange();
            } while (tokens.TryTake(","));
        }

        AttributePath.CheckDistinct(_paths, tokens);
    }

    /// <summary>The paths that the update changes.</summary>
    public IReadOnlyList<AttributePath> Paths => _paths;

    public static UpdateExpression Parse(string member, string text, ExpressionNames names) =>
        new(new ExpressionTokens(member, text), names);

    /// <summary>Changes an item.</summary>
    /// <param name="old">The item as it was.</param>
    /// <param name="item">The item that is changed.</param>
    public void Apply(JsonObject old, JsonObject item)
    {
        foreach (var change in _changes)
        {
            change(old, item);
        }
    }

    private void TakeSet()
    {
        var path = TakePath();
        _tokens.Expect("=");
        var value = Sum();
        _changes.Add((old, item) => Parent(path, item)[path.Name] = Existing(value(old)).DeepClone());
    }

    private void TakeRemove()
    {
        var path = TakePath();
        _changes.Add((_, item) => Parent(path, item).Remove(path.Name));
    }

    private void TakeAdd()
    {
        var path = TakePath();
        var added = TakeValue("ADD", "N", "SS");
        _changes.Add(
            (_, item) =>
            {
                var parent = Parent(path, item);
                parent[path.Name] = parent[path.Name] is { } value ? Add(value, added) : added.DeepClone();
            }
        );
    }

    private void TakeDelete()
    {
        var path = TakePath();
        var deleted = TakeValue("DELETE", "SS");
        _changes.Add(
            (_, item) =>
            {
                var parent = Parent(path, item);
                if (parent[path.Name] is not { } value)
                {
                    return;
                }

                var left = AttributeValue.IsSetOfTexts(value)
                    ? AttributeValue.Texts(value).Except(AttributeValue.Texts(deleted)).ToList()
                    : throw IncorrectType();

                // There are no empty sets.
                parent.Remove(path.Name);
                if (left.Count > 0)
                {
                    parent[path.Name] = AttributeValue.OfTexts(left);
                }
            }
        );
    }

    private AttributePath TakePath()
    {
        var path = _names.TakePath(_tokens);
        _paths.Add(path);
        return path;
    }

    private JsonNode TakeValue(string clause, params ReadOnlySpan<string> types)
    {
        var value = _names.TakeValue(_tokens);
        var type = AttributeValue.TypeOf(value);
        if (type is "NS" or "BS")
        {
            throw DynamoDbException.NotSupported($"{clause} with values of type {type}");
        }

        return types.Contains(type)
            ? value
            : throw _tokens.Invalid($"Incorrect operand type for operator or function; operator: {clause}, operand type: {type}");
    }

    private Func<JsonObject, JsonNode?> Sum()
    {
        var first = Operand();
        if (_tokens.Next is not ("+" or "-"))
        {
            return first;
        }

        var sign = _tokens.Take() == "+" ? 1 : -1;
        var second = Operand();
        return old => AttributeValue.OfNumber(Number(first(old)) + (sign * Number(second(old))));
    }

    private Func<JsonObject, JsonNode?> Operand()
    {
        if (_tokens.Following == "(")
        {
            return Function();
        }

        if (_tokens.Next.StartsWith(':'))
        {
            var value = _names.TakeValue(_tokens);
            return _ => value;
        }

        return _names.TakePath(_tokens).ValueIn;
    }

    private Func<JsonObject, JsonNode?> Function()
    {
        var name = _tokens.Take();
        if (name is not ("if_not_exists" or "list_append"))
        {
            throw _tokens.Invalid($"Invalid function name; function: {name}");
        }

        _tokens.Expect("(");
        var first = name == "if_not_exists" ? _names.TakePath(_tokens).ValueIn : Operand();
        _tokens.Expect(",");
        var second = Operand();
        _tokens.Expect(")");
        return name == "if_not_exists" ? old => first(old) ?? second(old) : old => Append(first(old), second(old));
    }

    private static JsonObject Parent(AttributePath path, JsonObject item) =>
        path.ParentIn(item)
        ?? throw DynamoDbException.Validation("The document path provided in the update expression is invalid for update");

    private static JsonNode Add(JsonNode value, JsonNode added)
    {
        if (AttributeValue.Number(value) is { } number && AttributeValue.Number(added) is { } summand)
        {
            return AttributeValue.OfNumber(number + summand);
        }

        return AttributeValue.IsSetOfTexts(value) && AttributeValue.IsSetOfTexts(added)
            ? AttributeValue.OfTexts(AttributeValue.Texts(value).Union(AttributeValue.Texts(added)))
            : throw IncorrectType();
    }

    private static JsonObject Append(JsonNode? first, JsonNode? second) =>
        Existing(first)["L"] is JsonArray head && Existing(second)["L"] is JsonArray tail
            ? new JsonObject { ["L"] = new JsonArray([.. head.Concat(tail).Select(static item => item?.DeepClone())]) }
            : throw IncorrectType();

    private static decimal Number(JsonNode? value) => AttributeValue.Number(Existing(value)) ?? throw IncorrectType();

    private static JsonNode Existing(JsonNode? value) =>
        value
        ?? throw DynamoDbException.Validation("The provided expression refers to an attribute that does not exist in the item");

    private static DynamoDbException IncorrectType() =>
        DynamoDbException.Validation("An operand in the update expression has an incorrect data type");
}
