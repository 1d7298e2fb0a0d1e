using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.Tasks.DynamoDb;

/// <summary>One request on one item.</summary>
internal sealed class ItemOperation(Table table, JsonElement parameters)
{
    private readonly ExpressionNames names = new(parameters);

    public Payload Put()
    {
        var item = Required("Item");
        var key = table.KeyOf(item);
        var old = table.Items.GetValueOrDefault(key);
        CheckCondition(old);
        table.Items[key] = JsonObject.Create(item.Clone())!;
        return ItemJson.Answer("Attributes", Asks("ALL_OLD") ? old : null);
    }

    public Payload Get() => ItemJson.Answer("Item", table.Items.GetValueOrDefault(table.KeyOf(Required("Key"))));

    public Payload Delete()
    {
        var key = table.KeyOf(Required("Key"));
        var old = table.Items.GetValueOrDefault(key);
        CheckCondition(old);
        table.Items.Remove(key);
        return ItemJson.Answer("Attributes", Asks("ALL_OLD") ? old : null);
    }

    public Payload Update()
    {
        var keyItem = Required("Key");
        var key = table.KeyOf(keyItem);
        var old = table.Items.GetValueOrDefault(key);
        CheckCondition(old);
        var changed = (JsonObject)(old?.DeepClone() ?? JsonObject.Create(keyItem.Clone())!);
        if (parameters.TryGetProperty("UpdateExpression", out var expression))
        {
            UpdateExpression.Apply(expression.GetString()!, names, old ?? [], changed);
        }

        table.Items[key] = changed;
        return ItemJson.Answer("Attributes", Asks("ALL_NEW") || Asks("UPDATED_NEW") ? changed : Asks("ALL_OLD")
            || Asks("UPDATED_OLD") ? old : null);
    }

    private void CheckCondition(JsonObject? item)
    {
        if (parameters.TryGetProperty("ConditionExpression", out var condition)
            && !ConditionExpression.Holds(condition.GetString()!, names, item ?? []))
        {
            throw DynamoDbErrors.ConditionFailed();
        }
    }

    private bool Asks(string returnValues) =>
        parameters.TryGetProperty("ReturnValues", out var asked) && asked.ValueEquals(returnValues);

    private JsonElement Required(string name) => parameters.TryGetProperty(name, out var value)
        ? value
        : throw DynamoDbErrors.Validation($"The parameter '{name}' is required but was missing");
}
