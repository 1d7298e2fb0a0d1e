using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cxf.StatesLanguage.Tasks.DynamoDb.InMemory;

/// <summary>ExpressionAttributeNames and ExpressionAttributeValues of a request, and which of them its expressions use.</summary>
internal sealed class ExpressionNames
{
    private const string NamesMember = "ExpressionAttributeNames";
    private const string ValuesMember = "ExpressionAttributeValues";

    private readonly Dictionary<string, string> _names;
    private readonly Dictionary<string, JsonNode> _values;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public ExpressionNames(JsonElement? names, JsonElement? values)
    {
        _names = Members(names).ToDictionary(static member => member.Name, static member => Name(member.Value));
        _values = Members(values).ToDictionary(static member => member.Name, Value);
    }

    /// <summary>Takes the path of an attribute, such as <c>#a.b</c>.</summary>
    public AttributePath TakePath(ExpressionTokens tokens)
    {
        var steps = new List<string>();
        do
        {
            steps.Add(TakeName(tokens));
        } while (tokens.TryTake("."));

        return tokens.Next == "["
            ? throw DynamoDbException.NotSupported($"list indexes, as in {steps[^1]}[0]")
            : new AttributePath(steps);
    }

    /// <summary>Takes the placeholder of a value, such as <c>:a</c>.</summary>
    public JsonNode TakeValue(ExpressionTokens tokens)
    {
        var placeholder = tokens.Next.StartsWith(':') ? tokens.Take() : throw tokens.Unexpected();
        _used.Add(placeholder);
        return _values.TryGetValue(placeholder, out var value)
            ? value
            : throw tokens.Invalid(
                $"An expression attribute value used in expression is not defined; attribute value: {placeholder}"
            );
    }

    /// <summary>Refuses names and values that no expression uses, as DynamoDB does.</summary>
    public void CheckAllUsed()
    {
        CheckAllUsed(NamesMember, _names.Keys);
        CheckAllUsed(ValuesMember, _values.Keys);
    }

    private string TakeName(ExpressionTokens tokens)
    {
        if (char.IsAsciiLetter(tokens.Next[0]))
        {
            return tokens.Take();
        }

        var placeholder = tokens.Next.StartsWith('#') ? tokens.Take() : throw tokens.Unexpected();
        _used.Add(placeholder);
        return _names.TryGetValue(placeholder, out var name)
            ? name
            : throw tokens.Invalid(
                $"An expression attribute name used in the document path is not defined; attribute name: {placeholder}"
            );
    }

    private void CheckAllUsed(string member, IEnumerable<string> placeholders)
    {
        var unused = string.Join(", ", placeholders.Where(placeholder => !_used.Contains(placeholder)));
        if (unused.Length > 0)
        {
            throw DynamoDbException.Validation($"Value provided in {member} unused in expressions: keys: {{{unused}}}");
        }
    }

    private static JsonElement.ObjectEnumerator Members(JsonElement? given) => given?.EnumerateObject() ?? default;

    private static string Name(JsonElement name) =>
        name.ValueKind == JsonValueKind.String
            ? name.GetString()!
            : throw DynamoDbException.Serialization($"{NamesMember} must contain strings.");

    private static JsonNode Value(JsonProperty member) =>
        AttributeValue.ProblemOf(member.Value) is { } problem
            ? throw DynamoDbException.Validation($"{ValuesMember} contains invalid value: {problem} for key {member.Name}")
            : JsonObject.Create(member.Value.Clone())!;
}
