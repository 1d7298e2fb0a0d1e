using System.Globalization;
using System.Text.Json.Nodes;

namespace Cxf.Local.Tables;

/// <summary>
/// Tables in memory, for the functions' own processes on this machine: the single-item operations and the one kind of query
/// that the product makes, with DynamoDB's conditions and errors. It is no DynamoDB: what it does not know it refuses. Tests run the
/// same stores against a real server (dynalite).
/// </summary>
internal sealed class LocalTables
{
    private const string Partition = "pk";
    private const string Sort = "sk";

    private readonly Lock _turn = new();
    private readonly SortedDictionary<(string Table, string Partition, string Sort), JsonObject> _items = new(
        Comparer<(string, string, string)>.Create((one, other) => string.CompareOrdinal(Text(one), Text(other)))
    );

    private int _changes;

    /// <summary>Every change with its table, as a record of a stream with the new image; in order, while the tables are locked.</summary>
    public event Action<string, JsonObject>? Changed;

    /// <summary>Carries out an operation of the DynamoDB API.</summary>
    /// <exception cref="TableException">The service's error.</exception>
    public JsonObject CarryOut(string operation, JsonObject request)
    {
        lock (_turn)
        {
            return operation switch
            {
                "GetItem" => Find(KeyOf(request, "Key")) is { } item ? new JsonObject { ["Item"] = item.DeepClone() } : [],
                "PutItem" => Put(request),
                "UpdateItem" => Update(request),
                "DeleteItem" => Delete(request),
                "Query" => Query(request),
                _ => throw new TableException("UnknownOperationException", $"The local tables have no {operation}."),
            };
        }
    }

    private JsonObject? Find((string, string, string) key) => _items.GetValueOrDefault(key);

    private JsonObject Put(JsonObject request)
    {
        var key = KeyOf(request, "Item");
        Check(key, request);
        Set(key, request["Item"]!.DeepClone().AsObject());
        return [];
    }

    private JsonObject Delete(JsonObject request)
    {
        var key = KeyOf(request, "Key");
        Check(key, request);
        if (_items.Remove(key))
        {
            Tell("REMOVE", key, null);
        }

        return [];
    }

    private JsonObject Update(JsonObject request)
    {
        var key = KeyOf(request, "Key");
        Check(key, request);
        var item = (Find(key) ?? request["Key"]!).DeepClone().AsObject();
        ItemUpdate.Apply(request["UpdateExpression"]!.GetValue<string>(), item, request);
        Set(key, item);
        return new JsonObject { ["Attributes"] = item.DeepClone() };
    }

    private JsonObject Query(JsonObject request)
    {
        var table = Table(request);
        var condition = request["KeyConditionExpression"]!.GetValue<string>();
        var found = _items
            .Where(entry => entry.Key.Table == table && ItemCondition.IsMet(condition, entry.Value, request))
            .Select(entry => Project(entry.Value, request))
            .ToArray();
        return new JsonObject
        {
            ["Items"] = new JsonArray(found),
            ["Count"] = found.Length,
            ["ScannedCount"] = found.Length,
        };
    }

    // DynamoDB's streams are silent about an item that is written as it was.
    private void Set((string, string, string) key, JsonObject item)
    {
        var before = Find(key);
        _items[key] = item;
        if (!JsonNode.DeepEquals(before, item))
        {
            Tell(before is null ? "INSERT" : "MODIFY", key, item);
        }
    }

    private void Tell(string what, (string Table, string Partition, string Sort) key, JsonObject? image)
    {
        var change = new JsonObject
        {
            ["Keys"] = new JsonObject
            {
                [Partition] = new JsonObject { ["S"] = key.Partition },
                [Sort] = new JsonObject { ["S"] = key.Sort },
            },
            ["SequenceNumber"] = (++_changes).ToString(CultureInfo.InvariantCulture),
            ["StreamViewType"] = "NEW_IMAGE",
        };
        if (image is not null)
        {
            change["NewImage"] = image.DeepClone();
        }

        Changed?.Invoke(
            key.Table,
            new JsonObject
            {
                ["eventName"] = what,
                ["eventSource"] = "aws:dynamodb",
                ["dynamodb"] = change,
            }
        );
    }

    private static JsonObject Project(JsonObject item, JsonObject request) =>
        request["ProjectionExpression"]?.GetValue<string>() is { } projection
            ? new JsonObject(
                from name in projection.Split(", ").Select(name => ItemCondition.NameOf(name, request))
                where item.ContainsKey(name)
                select KeyValuePair.Create(name, item[name]?.DeepClone())
            )
            : item.DeepClone().AsObject();

    private void Check((string, string, string) key, JsonObject request)
    {
        if (!ItemCondition.IsMet(request["ConditionExpression"]?.GetValue<string>(), Find(key), request))
        {
            throw TableException.ConditionFailed();
        }
    }

    private static (string Table, string Partition, string Sort) KeyOf(JsonObject request, string holder) =>
        request[holder]?[Partition]?["S"] is { } partition && request[holder]?[Sort]?["S"] is { } sort
            ? (Table(request), partition.GetValue<string>(), sort.GetValue<string>())
            : throw TableException.Validation("The key must be the texts pk and sk.");

    private static string Table(JsonObject request) =>
        request["TableName"]?.GetValue<string>() ?? throw TableException.Validation("TableName is missing.");

    private static string Text((string, string, string) key) => $"{key.Item1}\0{key.Item2}\0{key.Item3}";
}
