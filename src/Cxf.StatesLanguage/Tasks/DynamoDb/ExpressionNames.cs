using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cxf.StatesLanguage.Tasks.DynamoDb;

/// <summary>ExpressionAttributeNames and ExpressionAttributeValues of a request, and which of them its expressions used.</summary>
internal sealed class ExpressionNames(JsonElement parameters)
{
    private const string NamesField = "ExpressionAttributeNames";
    private const string ValuesField = "ExpressionAttributeValues";

    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>The attribute behind a path such as <c>#a.b</c>, and the object that holds it.</summary>
    public (JsonObject? Owner, string Name) Find(JsonObject item, string path)
    {
        var steps = path.Split('.');
        var owner = item;
        for (var index = 0; index < steps.Length - 1; index++)
        {
            owner = owner?[Name(steps[index])]?["M"] as JsonObject;
        }

        return (owner, Name(steps[^1]));
    }

    public JsonNode? Attribute(JsonObject item, string path)
    {
        var (owner, name) = Find(item, path);
        return owner?[name];
    }

    /// <summary>The item's attribute that a path begins with.</summary>
    public string Top(string path) => Name(path.Split('.')[0]);

    public JsonNode Value(string placeholder) =>
        Given(ValuesField, placeholder) is { } value
            ? JsonObject.Create(value.Clone())!
            : throw DynamoDbErrors.Validation(
                $"Invalid expression: An expression attribute value used in expression is not defined; attribute value: {placeholder}"
            );

    /// <summary>Refuses names and values that no expression uses, as DynamoDB does.</summary>
    public void CheckAllUsed()
    {
        foreach (var field in (string[])[NamesField, ValuesField])
        {
            var unused =
                parameters.TryGetProperty(field, out var given) && given.ValueKind == JsonValueKind.Object
                    ? given.EnumerateObject().Select(static member => member.Name).Where(name => !_used.Contains(name)).ToList()
                    : [];
            if (unused.Count > 0)
            {
                throw DynamoDbErrors.Validation(
                    $"Value provided in {field} unused in expressions: keys: {{{string.Join(", ", unused)}}}"
                );
            }
        }
    }

    private string Name(string step)
    {
        if (!step.StartsWith('#'))
        {
            return step;
        }

        return Given(NamesField, step)?.GetString()
            ?? throw DynamoDbErrors.Validation(
                $"Invalid expression: An expression attribute name used in the document path is not defined; attribute name: {step}"
            );
    }

    private JsonElement? Given(string field, string key)
    {
        _used.Add(key);
        return parameters.TryGetProperty(field, out var all) && all.TryGetProperty(key, out var value) ? value : null;
    }
}
