using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cxf.StatesLanguage.Tasks.DynamoDb.InMemory;

/// <summary>A table: its items by key. Keys are strings.</summary>
/// <param name="name">The table's name.</param>
/// <param name="partitionKey">The attribute of the partition key.</param>
/// <param name="sortKey">The attribute of the sort key, or null.</param>
/// <param name="watcher">Who receives every change now; null if nobody does.</param>
internal sealed class Table(string name, string partitionKey, string? sortKey, Func<Action<ItemChangedEventArgs>?> watcher)
{
    private const char Separator = '\0';

    private readonly string[] _keyNames = sortKey is null ? [partitionKey] : [partitionKey, sortKey];
    private readonly Dictionary<string, JsonObject> _items = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _inOrder = new(StringComparer.Ordinal);
    private int _changes;

    public string PartitionKey => partitionKey;

    public string? SortKey => sortKey;

    public IEnumerable<JsonObject> Items => _items.Values;

    public bool IsKey(string attribute) => _keyNames.Contains(attribute);

    /// <summary>The key of a whole item.</summary>
    public string KeyOfItem(JsonElement item)
    {
        foreach (var key in _keyNames)
        {
            if (!item.TryGetProperty(key, out var value))
            {
                throw Invalid($"Missing the key {key} in the item");
            }

            if (!value.TryGetProperty("S", out _))
            {
                throw Invalid($"Type mismatch for key {key} expected: S actual: {value.EnumerateObject().First().Name}");
            }
        }

        return Text(item, "One or more parameter values are not valid. ");
    }

    /// <summary>The key of a request that names an item.</summary>
    public string Key(JsonElement key) =>
        key.GetPropertyCount() == _keyNames.Length
        && _keyNames.All(name => key.TryGetProperty(name, out var value) && value.TryGetProperty("S", out _))
            ? Text(key, "One or more parameter values were invalid: ")
            : throw DynamoDbException.Validation("The provided key element does not match the schema");

    public JsonObject? Find(string key) => _items.GetValueOrDefault(key);

    /// <summary>The items of a partition whose sort keys begin with a text, in the order of their sort keys.</summary>
    public IEnumerable<JsonObject> Find(string partition, string start)
    {
        if (sortKey is null)
        {
            return Find(partition) is { } only ? [only] : [];
        }

        var first = $"{partition}{Separator}{start}";
        return _inOrder.GetViewBetween(first, first + char.MaxValue).Select(key => _items[key]);
    }

    public void Put(string key, JsonObject item)
    {
        var before = Find(key);
        _items[key] = item;
        _inOrder.Add(key);

        // A stream has no record of a write that changes nothing.
        if (watcher() is { } changed && !JsonNode.DeepEquals(before, item))
        {
            Report(changed, before is null ? "INSERT" : "MODIFY", item, item);
        }
    }

    public void Remove(string key)
    {
        if (_items.Remove(key, out var item))
        {
            _inOrder.Remove(key);
            if (watcher() is { } changed)
            {
                Report(changed, "REMOVE", item, null);
            }
        }
    }

    private void Report(Action<ItemChangedEventArgs> changed, string eventName, JsonObject item, JsonObject? image)
    {
        var keys = new JsonObject(_keyNames.Select(key => KeyValuePair.Create(key, item[key]?.DeepClone())));
        changed(ItemChangedEventArgs.Of(name, ++_changes, eventName, keys, image));
    }

    private string Text(JsonElement item, string complaint)
    {
        var texts = _keyNames.Select(key => item.GetProperty(key).GetProperty("S").GetString()!).ToArray();
        var empty = Array.IndexOf(texts, "");
        return empty < 0
            ? string.Join(Separator, texts)
            : throw DynamoDbException.Validation(
                $"{complaint}The AttributeValue for a key attribute cannot contain an empty string value. Key: {_keyNames[empty]}"
            );
    }

    private static DynamoDbException Invalid(string problem) =>
        DynamoDbException.Validation($"One or more parameter values were invalid: {problem}");
}
