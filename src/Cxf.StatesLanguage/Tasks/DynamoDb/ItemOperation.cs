using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.Tasks.DynamoDb;

/// <summary>One request on one item.</summary>
internal sealed class ItemOperation(Table table, JsonElement parameters)
{
    private readonly ExpressionNames _names = new(parameters);

    /// <summary>A member that the request must have.</summary>
    public static JsonElement Required(JsonElement parameters, string name) =>
        parameters.ValueKind == JsonValueKind.Object
        && parameters.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Object
            ? value
            : throw DynamoDbErrors.Validation(
                $"1 validation error detected: Value null at '{JsonNamingPolicy.CamelCase.ConvertName(name)}' failed to satisfy constraint: Member must not be null"
            );

    public Payload Put()
    {
        var item = Required("Item");
        var key = table.KeyOfItem(item);
        var old = table.Items.GetValueOrDefault(key);
        Check(old);
        table.Items[key] = JsonObject.Create(item.Clone())!;
        return ItemJson.Answer("Attributes", Asks("ALL_OLD") ? old : null);
    }

    public Payload Get()
    {
        var item = table.Items.GetValueOrDefault(table.Key(Required("Key")));
        var asked = Text("ProjectionExpression")?.Split(',').Select(path => _names.Top(path.Trim())).ToList();
        _names.CheckAllUsed();
        return ItemJson.Answer("Item", asked is null ? item : Part(item, asked));
    }

    public Payload Delete()
    {
        var key = table.Key(Required("Key"));
        var old = table.Items.GetValueOrDefault(key);
        Check(old);
        table.Items.Remove(key);
        return ItemJson.Answer("Attributes", Asks("ALL_OLD") ? old : null);
    }

    public Payload Update()
    {
        var keyItem = Required("Key");
        var key = table.Key(keyItem);
        var old = table.Items.GetValueOrDefault(key);
        var changed = (JsonObject)(old?.DeepClone() ?? JsonObject.Create(keyItem.Clone())!);
        IReadOnlyCollection<string> touched = Text("UpdateExpression") is { } expression
            ? UpdateExpression.Apply(expression, _names, old ?? [], changed)
            : [];
        Check(old);
        table.Items[key] = changed;
        return ItemJson.Answer(
            "Attributes",
            Text("ReturnValues") switch
            {
                "ALL_NEW" => changed,
                "ALL_OLD" => old,
                "UPDATED_NEW" => Part(changed, touched),
                "UPDATED_OLD" => Part(old, touched),
                _ => null,
            }
        );
    }

    /// <summary>Refuses the request where it is not well-formed, then where its condition does not hold.</summary>
    private void Check(JsonObject? item)
    {
        var holds = Text("ConditionExpression") is not { } condition || ConditionExpression.Holds(condition, _names, item ?? []);
        _names.CheckAllUsed();
        if (!holds)
        {
            throw DynamoDbErrors.ConditionFailed();
        }
    }

    private static JsonObject? Part(JsonObject? item, IEnumerable<string> attributes)
    {
        var part = item is null
            ? []
            : new JsonObject(
                attributes.Where(item.ContainsKey).Select(name => KeyValuePair.Create(name, item[name]?.DeepClone()))
            );
        return part.Count == 0 ? null : part;
    }

    private bool Asks(string returnValues) => Text("ReturnValues") == returnValues;

    private string? Text(string name) =>
        parameters.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private JsonElement Required(string name) => Required(parameters, name);
}
