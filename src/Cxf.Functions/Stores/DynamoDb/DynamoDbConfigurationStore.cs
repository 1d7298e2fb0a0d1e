using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Cxf.Documents.Identifiers;

namespace Cxf.Functions.Stores.DynamoDb;

/// <summary>The configuration table. Every write is one item with at most one condition: there are no transactions to lose.</summary>
public sealed partial class DynamoDbConfigurationStore(IAmazonDynamoDB dynamoDb, string table) : IConfigurationStore
{
    private const string Document = "document";
    private const string Tenants = "tenants";
    private const string Instances = "instances";

    private readonly ConfigurationTable _table = new(dynamoDb, table);

    /// <inheritdoc />
    public async ValueTask<IReadOnlyCollection<TenantId>> FindTenantsAsync(string instanceArn, CancellationToken cancellationToken) =>
        [.. Texts(await _table.FindAsync(ConfigurationKeys.Instance(instanceArn), cancellationToken), Tenants).Select(TenantId.Parse)];

    /// <inheritdoc />
    public async ValueTask<Tenant?> FindTenantAsync(TenantId tenant, CancellationToken cancellationToken) =>
        await _table.FindAsync(ConfigurationKeys.TenantOf(tenant), cancellationToken) is { } item ? new Tenant(tenant, Texts(item, Instances)) : null;

    /// <inheritdoc />
    public async ValueTask AddTenantAsync(TenantId tenant, CancellationToken cancellationToken) =>
        await _table.TryPutAsync(ConfigurationKeys.TenantOf(tenant), ConfigurationTable.IsNew, null, cancellationToken);

    /// <inheritdoc />
    public ValueTask DeleteTenantAsync(TenantId tenant, CancellationToken cancellationToken) =>
        _table.DeleteAsync(ConfigurationKeys.TenantOf(tenant), cancellationToken);

    // The tenant's side first: who deletes the tenant then knows every instance that may have it.
    /// <inheritdoc />
    public async ValueTask BindAsync(string instanceArn, TenantId tenant, CancellationToken cancellationToken)
    {
        await _table.TryUpdateAsync(ConfigurationKeys.TenantOf(tenant), $"ADD #{Instances} :instance", null, new() { [":instance"] = Set(instanceArn) }, cancellationToken);
        await _table.TryUpdateAsync(ConfigurationKeys.Instance(instanceArn), $"ADD #{Tenants} :tenant", null, new() { [":tenant"] = Set(tenant.Value) }, cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask UnbindAsync(string instanceArn, TenantId tenant, CancellationToken cancellationToken)
    {
        await _table.TryUpdateAsync(
            ConfigurationKeys.Instance(instanceArn), $"DELETE #{Tenants} :tenant", ConfigurationTable.Exists, new() { [":tenant"] = Set(tenant.Value) }, cancellationToken);
        await _table.TryUpdateAsync(
            ConfigurationKeys.TenantOf(tenant), $"DELETE #{Instances} :instance", ConfigurationTable.Exists, new() { [":instance"] = Set(instanceArn) }, cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask<string?> FindConnectionAsync(TenantId tenant, ConnectionId connection, CancellationToken cancellationToken) =>
        (await _table.FindAsync(ConfigurationKeys.Connection(tenant, connection), cancellationToken))?[Document].S;

    /// <inheritdoc />
    public async ValueTask<IReadOnlyDictionary<ConnectionId, string>> ListConnectionsAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var connections = new Dictionary<ConnectionId, string>();
        await foreach (var item in _table.QueryAsync(ConfigurationKeys.Tenant(tenant), ConfigurationKeys.ConnectionPrefix, null, cancellationToken))
        {
            connections[ConnectionId.Parse(item[ConfigurationKeys.Sort].S[ConfigurationKeys.ConnectionPrefix.Length..])] = item[Document].S;
        }

        return connections;
    }

    /// <inheritdoc />
    public async ValueTask PutConnectionAsync(TenantId tenant, ConnectionId connection, string document, CancellationToken cancellationToken)
    {
        var item = ConfigurationKeys.Connection(tenant, connection);
        item[Document] = new AttributeValue(document);
        await _table.TryPutAsync(item, null, null, cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask DeleteConnectionAsync(TenantId tenant, ConnectionId connection, CancellationToken cancellationToken) =>
        _table.DeleteAsync(ConfigurationKeys.Connection(tenant, connection), cancellationToken);

    // DynamoDB has no empty sets: without a last member the attribute is gone.
    private static List<string> Texts(Dictionary<string, AttributeValue>? item, string name) =>
        item is not null && item.TryGetValue(name, out var set) ? set.SS : [];

    private static AttributeValue Set(string one) => new() { SS = [one] };
}
