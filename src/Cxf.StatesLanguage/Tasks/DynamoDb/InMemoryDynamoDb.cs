using System.Text.Json;
using System.Text.RegularExpressions;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.Tasks.DynamoDb;

/// <summary>
/// DynamoDB tables in memory for Task states: put, get, update and delete of single items with conditions. Safe to use from many
/// threads; tables are made by <see cref="AddTable"/>, others do not exist.
/// </summary>
public sealed partial class InMemoryDynamoDb : IDynamoDbTasks
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Table> _tables = new(StringComparer.Ordinal);

    /// <summary>Makes an empty table.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="partitionKey">Name of the partition key's attribute.</param>
    /// <param name="sortKey">Name of the sort key's attribute, or null.</param>
    public void AddTable(string name, string partitionKey, string? sortKey = null)
    {
        lock (_gate)
        {
            _tables[name] = new Table(sortKey is null ? [partitionKey] : [partitionKey, sortKey]);
        }
    }

    /// <summary>The items of a table in DynamoDB's JSON.</summary>
    public IReadOnlyList<string> Items(string table)
    {
        lock (_gate)
        {
            return _tables.TryGetValue(table, out var known)
                ? [.. known.Items.Values.Select(static item => ItemJson.Write(item).ToString())]
                : [];
        }
    }

    /// <inheritdoc/>
    public ValueTask<Payload> RunAsync(string action, JsonElement parameters, CancellationToken cancellationToken)
    {
        // What is wrong with the request itself is said before its table is looked for (recorded).
        ItemOperation.Required(parameters, action == "putItem" ? "Item" : "Key");
        lock (_gate)
        {
            var operation = new ItemOperation(Find(parameters), parameters);
            return ValueTask.FromResult(
                action switch
                {
                    "putItem" => operation.Put(),
                    "getItem" => operation.Get(),
                    "updateItem" => operation.Update(),
                    "deleteItem" => operation.Delete(),
                    _ => throw DynamoDbErrors.Validation($"The action {action} is not supported by the table in memory"),
                }
            );
        }
    }

    private Table Find(JsonElement parameters)
    {
        var given =
            parameters.ValueKind == JsonValueKind.Object
            && parameters.TryGetProperty("TableName", out var name)
            && name.ValueKind == JsonValueKind.String
                ? name.GetString()!
                : throw DynamoDbErrors.Validation(
                    "1 validation error detected: Value null at 'tableName' failed to satisfy constraint: Member must not be null"
                );
        if (!TableName.IsMatch(given))
        {
            throw DynamoDbErrors.Validation(
                $"1 validation error detected: Value '{given}' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+"
            );
        }

        return _tables.TryGetValue(given[(given.LastIndexOf('/') + 1)..], out var table)
            ? table
            : throw DynamoDbErrors.TableNotFound();
    }

    /// <summary>A name, or a table's ARN.</summary>
    [GeneratedRegex("^(arn:aws:dynamodb:[a-z0-9-]+:[0-9]+:table/)?[a-zA-Z0-9_.-]+$")]
    private static partial Regex TableName { get; }
}
