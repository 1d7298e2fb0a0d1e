using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Tasks.DynamoDb.InMemory;

namespace Cxf.StatesLanguage.Tasks.DynamoDb;

/// <summary>
/// DynamoDB tables in memory: GetItem, PutItem, UpdateItem, DeleteItem and Query with their expressions, for Task states and for
/// an endpoint with DynamoDB's API. Anything that it does not support is refused by name. Keys are strings. Safe to use from many
/// threads.
/// </summary>
public sealed class InMemoryDynamoDb : IDynamoDbTasks
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Table> _tables = new(StringComparer.Ordinal);
    private readonly (string PartitionKey, string? SortKey)? _anyTable;

    /// <summary>No tables; <see cref="AddTable"/> makes them.</summary>
    public InMemoryDynamoDb() { }

    private InMemoryDynamoDb(string partitionKey, string? sortKey) => _anyTable = (partitionKey, sortKey);

    /// <summary>Every change of an item, in order. The tables are locked while the handlers run.</summary>
    public event EventHandler<ItemChangedEventArgs>? Changed;

    /// <summary>Tables that exist as soon as a request names them, all with the same key.</summary>
    /// <param name="partitionKey">The attribute of the partition key.</param>
    /// <param name="sortKey">The attribute of the sort key, or null.</param>
    public static InMemoryDynamoDb WithAnyTable(string partitionKey, string? sortKey = null) => new(partitionKey, sortKey);

    /// <summary>Makes an empty table.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="partitionKey">The attribute of the partition key.</param>
    /// <param name="sortKey">The attribute of the sort key, or null.</param>
    public void AddTable(string name, string partitionKey, string? sortKey = null)
    {
        lock (_lock)
        {
            Add(name, partitionKey, sortKey);
        }
    }

    /// <summary>The items of a table in DynamoDB's JSON.</summary>
    public IReadOnlyList<string> Items(string table)
    {
        lock (_lock)
        {
            return _tables.TryGetValue(table, out var known)
                ? [.. known.Items.Select(static item => PayloadOf(item).ToString())]
                : [];
        }
    }

    /// <summary>Executes an operation of DynamoDB's API.</summary>
    /// <param name="operation">The operation, such as <c>GetItem</c>.</param>
    /// <param name="request">The request in DynamoDB's JSON.</param>
    /// <returns>DynamoDB's answer in its JSON.</returns>
    /// <exception cref="DynamoDbException">DynamoDB refuses the request, or it is not supported.</exception>
    public JsonObject Execute(string operation, JsonElement request)
    {
        var read = new ItemRequest(operation, request);
        lock (_lock)
        {
            return new ItemOperation(read, Find(read.Table)).Run();
        }
    }

    /// <inheritdoc/>
    public ValueTask<Payload> RunAsync(string action, JsonElement parameters, CancellationToken cancellationToken)
    {
        try
        {
            return ValueTask.FromResult(PayloadOf(Execute($"{char.ToUpperInvariant(action[0])}{action[1..]}", parameters)));
        }
        catch (DynamoDbException refusal)
        {
            throw DynamoDbErrors.Refused(refusal.Code, refusal.Message);
        }
    }

    private Table Find(string name)
    {
        if (_tables.TryGetValue(name, out var table))
        {
            return table;
        }

        return _anyTable is var (partitionKey, sortKey)
            ? Add(name, partitionKey, sortKey)
            : throw DynamoDbException.TableNotFound();
    }

    private Table Add(string name, string partitionKey, string? sortKey) =>
        _tables[name] = new Table(
            name,
            partitionKey,
            sortKey,
            () => Changed is { } changed ? change => changed(this, change) : null
        );

    private static Payload PayloadOf(JsonObject json)
    {
        using var writer = PayloadWriter.Rent();
        json.WriteTo(writer.Json);
        return writer.ToPayload();
    }
}
