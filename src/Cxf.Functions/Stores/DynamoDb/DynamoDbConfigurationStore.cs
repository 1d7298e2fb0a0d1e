using System.Globalization;
using System.Security.Cryptography;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Cxf.Documents.Identifiers;
using Cxf.Flows.ApiDescriptions;

namespace Cxf.Functions.Stores.DynamoDb;

/// <summary>The configuration table. Every write is one item with at most one condition, without transactions.</summary>
public sealed partial class DynamoDbConfigurationStore(IAmazonDynamoDB dynamoDb, string table) : IConfigurationStore
{
    private const string Document = "document";
    private const string Packed = "packed";
    private const string Tenants = "tenants";
    private const string Instances = "instances";
    private const string Generation = "generation";

    // Separates a tenant and its generation; no ID contains it.
    private const char GenerationMark = '#';

    private readonly ConfigurationTable _table = new(dynamoDb, table);

    /// <inheritdoc />
    public async ValueTask<IReadOnlyCollection<TenantBinding>> FindTenantsAsync(
        string instanceArn,
        CancellationToken cancellationToken
    ) =>
        [
            .. Texts(await _table.FindAsync(ConfigurationKeys.Instance(instanceArn), cancellationToken), Tenants)
                .Select(ReadBinding),
        ];

    /// <inheritdoc />
    public async ValueTask<int> FindGenerationAsync(TenantId tenant, CancellationToken cancellationToken) =>
        (await _table.FindAsync(ConfigurationKeys.Generation(tenant), cancellationToken))?.Number(Number) ?? 0;

    /// <inheritdoc />
    public async ValueTask EndGenerationAsync(TenantId tenant, CancellationToken cancellationToken) =>
        await _table.TryUpdateAsync(
            ConfigurationKeys.Generation(tenant),
            $"ADD #{Number} :one",
            null,
            new() { [":one"] = ItemAttributes.Of(1) },
            cancellationToken
        );

    /// <inheritdoc />
    public async ValueTask<Tenant?> FindTenantAsync(TenantId tenant, CancellationToken cancellationToken) =>
        await _table.FindAsync(ConfigurationKeys.TenantOf(tenant), cancellationToken) is { } item
            ? new Tenant(tenant, Texts(item, Instances))
            : null;

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
        var generation = await FindGenerationAsync(tenant, cancellationToken);
        await _table.TryUpdateAsync(
            ConfigurationKeys.TenantOf(tenant),
            $"ADD #{Instances} :instance",
            null,
            new() { [":instance"] = Set(instanceArn) },
            cancellationToken
        );
        await _table.TryUpdateAsync(
            ConfigurationKeys.Instance(instanceArn),
            $"ADD #{Tenants} :tenant",
            null,
            new() { [":tenant"] = Set(BindingOf(tenant, generation)) },
            cancellationToken
        );
        if (await FindGenerationAsync(tenant, cancellationToken) != generation)
        {
            // The tenant was deleted in the meantime, and the next tenant with its ID must not find the binding.
            await UnbindAsync(instanceArn, tenant, generation, cancellationToken);
        }
    }

    /// <inheritdoc />
    public async ValueTask UnbindAsync(string instanceArn, TenantId tenant, CancellationToken cancellationToken) =>
        await UnbindAsync(instanceArn, tenant, await FindGenerationAsync(tenant, cancellationToken), cancellationToken);

    private async ValueTask UnbindAsync(string instanceArn, TenantId tenant, int generation, CancellationToken cancellationToken)
    {
        // One that was written by hand does not say its generation.
        string[] bindings = [tenant.Value, BindingOf(tenant, generation)];
        await _table.TryUpdateAsync(
            ConfigurationKeys.Instance(instanceArn),
            $"DELETE #{Tenants} :tenant",
            ConfigurationTable.Exists,
            new() { [":tenant"] = Set(bindings) },
            cancellationToken
        );
        await _table.TryUpdateAsync(
            ConfigurationKeys.TenantOf(tenant),
            $"DELETE #{Instances} :instance",
            ConfigurationTable.Exists,
            new() { [":instance"] = Set(instanceArn) },
            cancellationToken
        );
    }

    /// <inheritdoc />
    public async ValueTask<StoredConnection?> FindConnectionAsync(
        TenantId tenant,
        int generation,
        ConnectionId connection,
        CancellationToken cancellationToken
    )
    {
        if (await _table.FindAsync(ConfigurationKeys.Connection(tenant, connection), cancellationToken) is not { } item)
        {
            return null;
        }

        // An item written by hand belongs to the tenant that has the ID after it was read.
        var owner = GenerationOf(item) ?? await FindGenerationAsync(tenant, cancellationToken);
        return owner == generation
            ? StoredConnection.Of(item[Document].S, owner, item.GetValueOrDefault(Revision)?.S ?? "")
            : null;
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyDictionary<ConnectionId, string>> ListConnectionsAsync(
        TenantId tenant,
        CancellationToken cancellationToken
    )
    {
        var generation = await FindGenerationAsync(tenant, cancellationToken);
        var connections = new Dictionary<ConnectionId, string>();
        await foreach (
            var item in _table.QueryAsync(
                ConfigurationKeys.Tenant(tenant),
                ConfigurationKeys.ConnectionPrefix,
                null,
                cancellationToken
            )
        )
        {
            if ((GenerationOf(item) ?? generation) == generation)
            {
                connections[ConnectionId.Parse(item[ConfigurationKeys.Sort].S[ConfigurationKeys.ConnectionPrefix.Length..])] =
                    item[Document].S;
            }
        }

        return connections;
    }

    // A revision is never used twice, not even by a connection that replaces a deleted one.
    /// <inheritdoc />
    public async ValueTask PutConnectionAsync(
        TenantId tenant,
        ConnectionId connection,
        string document,
        CancellationToken cancellationToken
    )
    {
        var item = ConfigurationKeys.Connection(tenant, connection);
        item[Document] = new AttributeValue(document);
        item[Generation] = ItemAttributes.Of(await FindGenerationAsync(tenant, cancellationToken));
        item[Revision] = new AttributeValue(RandomNumberGenerator.GetHexString(32, lowercase: true));
        await _table.TryPutAsync(item, null, null, cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask DeleteConnectionAsync(TenantId tenant, ConnectionId connection, CancellationToken cancellationToken) =>
        _table.DeleteAsync(ConfigurationKeys.Connection(tenant, connection), cancellationToken);

    /// <inheritdoc />
    public async ValueTask<byte[]?> FindDescriptionAsync(
        TenantId tenant,
        ConnectionId connection,
        CancellationToken cancellationToken
    ) =>
        await _table.FindAsync(ConfigurationKeys.Description(tenant, connection), cancellationToken) is { } item
        && (GenerationOf(item) ?? 0) == await FindGenerationAsync(tenant, cancellationToken)
        && item.TryGetValue(Packed, out var packed)
            ? PackedDescription.Unpack(packed.B.ToArray())
            : null;

    /// <inheritdoc />
    public async ValueTask PutDescriptionAsync(
        TenantId tenant,
        ConnectionId connection,
        byte[] description,
        CancellationToken cancellationToken
    )
    {
        var item = ConfigurationKeys.Description(tenant, connection);
        item[Packed] = new AttributeValue { B = new MemoryStream(PackedDescription.Pack(description)) };
        item[Generation] = ItemAttributes.Of(await FindGenerationAsync(tenant, cancellationToken));
        await _table.TryPutAsync(item, null, null, cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask DeleteDescriptionAsync(TenantId tenant, ConnectionId connection, CancellationToken cancellationToken) =>
        _table.DeleteAsync(ConfigurationKeys.Description(tenant, connection), cancellationToken);

    private static int? GenerationOf(Dictionary<string, AttributeValue> item) =>
        item.ContainsKey(Generation) ? item.Number(Generation) : null;

    private static string BindingOf(TenantId tenant, int generation) =>
        generation == 0 ? tenant.Value : $"{tenant}{GenerationMark}{generation}";

    private static TenantBinding ReadBinding(string text) =>
        text.Split(GenerationMark) is [var tenant, var generation]
            ? new TenantBinding(TenantId.Parse(tenant), int.Parse(generation, CultureInfo.InvariantCulture))
            : new TenantBinding(TenantId.Parse(text));

    // DynamoDB has no empty sets: removing the last member removes the attribute.
    private static List<string> Texts(Dictionary<string, AttributeValue>? item, string name) =>
        item is not null && item.TryGetValue(name, out var set) ? set.SS : [];

    private static AttributeValue Set(params IEnumerable<string> texts) => new() { SS = [.. texts.Distinct()] };
}
