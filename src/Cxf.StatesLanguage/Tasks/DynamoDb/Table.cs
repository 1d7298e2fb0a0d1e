using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cxf.StatesLanguage.Tasks.DynamoDb;

/// <summary>A table: its key and its items by key.</summary>
internal sealed class Table(IReadOnlyList<string> keyNames)
{
    public Dictionary<string, JsonObject> Items { get; } = new(StringComparer.Ordinal);

    /// <summary>The key of a whole item, as text.</summary>
    public string KeyOfItem(JsonElement item)
    {
        foreach (var name in keyNames)
        {
            if (!item.TryGetProperty(name, out _))
            {
                throw DynamoDbErrors.Validation($"One or more parameter values were invalid: Missing the key {name} in the item");
            }
        }

        return Text(item);
    }

    /// <summary>A key that names an item, as text.</summary>
    public string Key(JsonElement key) =>
        key.GetPropertyCount() == keyNames.Count && keyNames.All(name => key.TryGetProperty(name, out _))
            ? Text(key)
            : throw DynamoDbErrors.Validation("The provided key element does not match the schema");

    private string Text(JsonElement item) => string.Join('\n', keyNames.Select(name => item.GetProperty(name).GetRawText()));
}
