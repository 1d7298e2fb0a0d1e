using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cxf.StatesLanguage.Tasks.DynamoDb.InMemory;

/// <summary>One request on one table.</summary>
internal sealed class ItemOperation(ItemRequest request, Table table)
{
    /// <summary>DynamoDB's answer.</summary>
    public JsonObject Run() =>
        request.Operation switch
        {
            "PutItem" => Put(),
            "GetItem" => Get(),
            "UpdateItem" => Update(),
            "DeleteItem" => Delete(),
            _ => Query(),
        };

    private JsonObject Put()
    {
        var key = table.KeyOfItem(request.Item);
        var old = table.Find(key);
        CheckCondition(old);
        table.Put(key, Copy(request.Item));
        return Attributes(request.ReturnValues == "ALL_OLD" ? old : null);
    }

    private JsonObject Get() => table.Find(table.Key(request.Key)) is { } item ? new JsonObject { ["Item"] = Project(item) } : [];

    private JsonObject Delete()
    {
        var key = table.Key(request.Key);
        var old = table.Find(key);
        CheckCondition(old);
        table.Remove(key);
        return Attributes(request.ReturnValues == "ALL_OLD" ? old : null);
    }

    private JsonObject Update()
    {
        var key = table.Key(request.Key);
        var paths = request.Update?.Paths ?? [];
        if (paths.FirstOrDefault(path => table.IsKey(path.Attribute)) is { } path)
        {
            throw DynamoDbException.Validation(
                $"One or more parameter values were invalid: Cannot update attribute {path.Attribute}. "
                    + "This attribute is part of the key"
            );
        }

        var old = table.Find(key);
        CheckCondition(old);
        var item = old?.DeepClone().AsObject() ?? Copy(request.Key);
        request.Update?.Apply(old ?? [], item);
        table.Put(key, item);
        return Attributes(
            request.ReturnValues switch
            {
                // The item itself stays in the table; the other answers are nowhere else.
                "ALL_NEW" => item.DeepClone().AsObject(),
                "ALL_OLD" => old,
                "UPDATED_NEW" => AttributePath.Project(item, paths),
                "UPDATED_OLD" => AttributePath.Project(old ?? [], paths),
                _ => null,
            }
        );
    }

    private JsonObject Query()
    {
        if (request.KeyCondition is not { } condition)
        {
            throw DynamoDbException.Validation(
                "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request."
            );
        }

        condition.Check(table);
        if (request.Filter?.Paths.FirstOrDefault(path => table.IsKey(path.Attribute)) is { } key)
        {
            throw DynamoDbException.Validation(
                $"Filter Expression can only contain non-primary key attributes: Primary key attribute: {key.Attribute}"
            );
        }

        var found = condition.Find(table).ToList();
        var items = found
            .Where(item => request.Filter?.Holds(item) != false)
            .OrderBy(item => AttributeValue.Text(item[table.SortKey ?? table.PartitionKey]), StringComparer.Ordinal)
            .Select(JsonNode (item) => Project(item))
            .ToArray();
        return new JsonObject
        {
            ["Items"] = new JsonArray(items),
            ["Count"] = items.Length,
            ["ScannedCount"] = found.Count,
        };
    }

    private void CheckCondition(JsonObject? item)
    {
        if (request.Condition?.Holds(item ?? []) == false)
        {
            throw DynamoDbException.ConditionFailed(request.ReturnsItemOnFailure ? item?.DeepClone().AsObject() : null);
        }
    }

    private JsonObject Project(JsonObject item) =>
        request.Projection is { } paths ? AttributePath.Project(item, paths) : item.DeepClone().AsObject();

    private static JsonObject Attributes(JsonObject? item) =>
        item is { Count: > 0 } ? new JsonObject { ["Attributes"] = item } : [];

    // The request's own document does not outlive the request.
    private static JsonObject Copy(JsonElement item) => JsonObject.Create(item.Clone())!;
}
