using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cxf.StatesLanguage.Tasks.DynamoDb;

/// <summary>A table: its key and its items by key.</summary>
internal sealed class Table(IReadOnlyList<string> keyNames)
{
    public Dictionary<string, JsonObject> Items { get; } = new(StringComparer.Ordinal);

    /// <summary>The key of an item as text.</summary>
    public string KeyOf(JsonElement item)
    {
        var parts = new List<string>();
        foreach (var name in keyNames)
        {
            parts.Add(item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value)
                ? value.GetRawText()
                : throw DynamoDbErrors.Validation(
                    $"One or more parameter values were invalid: Missing the key {name} in the item"));
        }

        return string.Join('\n', parts);
    }
}
