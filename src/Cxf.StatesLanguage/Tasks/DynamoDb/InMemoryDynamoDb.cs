using System.Text.Json;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.Tasks.DynamoDb;

/// <summary>
/// DynamoDB tables in memory for Task states: put, get, update and delete of single items with conditions. Safe to use from many
/// threads; tables are made by <see cref="AddTable"/>, others do not exist.
/// </summary>
public sealed class InMemoryDynamoDb : IDynamoDbTasks
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Table> tables = new(StringComparer.Ordinal);

    /// <summary>Makes an empty table.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="partitionKey">Name of the partition key's attribute.</param>
    /// <param name="sortKey">Name of the sort key's attribute, or null.</param>
    public void AddTable(string name, string partitionKey, string? sortKey = null)
    {
        lock (gate)
        {
            tables[name] = new Table(sortKey is null ? [partitionKey] : [partitionKey, sortKey]);
        }
    }

    /// <summary>The items of a table in DynamoDB's JSON.</summary>
    public IReadOnlyList<string> Items(string table)
    {
        lock (gate)
        {
            return tables.TryGetValue(table, out var known)
                ? [.. known.Items.Values.Select(static item => ItemJson.Write(item).ToString())]
                : [];
        }
    }

    /// <inheritdoc/>
    public ValueTask<Payload> RunAsync(string action, JsonElement parameters, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var table = Find(parameters);
            var operation = new ItemOperation(table, parameters);
            return ValueTask.FromResult(action switch
            {
                "putItem" => operation.Put(),
                "getItem" => operation.Get(),
                "updateItem" => operation.Update(),
                "deleteItem" => operation.Delete(),
                _ => throw DynamoDbErrors.Validation($"The action {action} is not supported by the table in memory"),
            });
        }
    }

    private Table Find(JsonElement parameters) =>
        parameters.TryGetProperty("TableName", out var name) && name.GetString() is { } text
            ? tables.TryGetValue(text[(text.LastIndexOf('/') + 1)..], out var table) ? table : throw DynamoDbErrors.TableNotFound()
            : throw DynamoDbErrors.Validation("The parameter 'TableName' is required but was missing");
}
