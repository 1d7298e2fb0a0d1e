using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cxf.StatesLanguage.Tasks.DynamoDb;

/// <summary>ExpressionAttributeNames and ExpressionAttributeValues of a request.</summary>
internal sealed class ExpressionNames(JsonElement parameters)
{
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

    public JsonNode Value(string placeholder) =>
        parameters.TryGetProperty("ExpressionAttributeValues", out var values)
            && values.TryGetProperty(placeholder, out var value)
            ? JsonObject.Create(value.Clone())!
            : throw DynamoDbErrors.Validation(
                $"Invalid expression: An expression attribute value used in expression is not defined; attribute value: {placeholder}");

    private string Name(string step)
    {
        if (!step.StartsWith('#'))
        {
            return step;
        }

        return parameters.TryGetProperty("ExpressionAttributeNames", out var names) && names.TryGetProperty(step, out var name)
            ? name.GetString()!
            : throw DynamoDbErrors.Validation(
                $"Invalid expression: An expression attribute name used in the document path is not defined; attribute name: {step}");
    }
}
