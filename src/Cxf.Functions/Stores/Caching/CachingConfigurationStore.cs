using Cxf.ApiCalls.Identifiers;
using Cxf.Flows.Model;
using Microsoft.Extensions.Logging;

namespace Cxf.Functions.Stores.Caching;

/// <summary>
/// A store for functions that callers wait for: what every call needs (the instance's tenants, the live flow, the connection)
/// is kept for a bounded age. Everything else, and every write, goes straight to the store behind it.
/// </summary>
public sealed class CachingConfigurationStore : IConfigurationStore
{
    private readonly IConfigurationStore _store;
    private readonly ReadCache<string, IReadOnlyCollection<TenantId>> _tenants;
    private readonly ReadCache<(TenantId Tenant, FlowId Flow), LiveFlow> _live;
    private readonly ReadCache<(TenantId Tenant, ConnectionId Connection), string> _connections;

    /// <summary>Puts caches in front of a store.</summary>
    public CachingConfigurationStore(IConfigurationStore store, CacheAges ages, TimeProvider timeProvider, ILogger logger)
    {
        _store = store;
        _tenants = new("instance's tenants", FindSomeTenantsAsync, ages, timeProvider, logger);
        _live = new("live flow", (key, token) => store.FindLiveAsync(key.Tenant, key.Flow, token), ages, timeProvider, logger);
        _connections = new("connection", (key, token) => store.FindConnectionAsync(key.Tenant, key.Connection, token), ages, timeProvider, logger);
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyCollection<TenantId>> FindTenantsAsync(string instanceArn, CancellationToken cancellationToken) =>
        await _tenants.FindAsync(instanceArn, cancellationToken) ?? [];

    /// <inheritdoc />
    public ValueTask<LiveFlow?> FindLiveAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        _live.FindAsync((tenant, flow), cancellationToken);

    /// <inheritdoc />
    public ValueTask<string?> FindConnectionAsync(TenantId tenant, ConnectionId connection, CancellationToken cancellationToken) =>
        _connections.FindAsync((tenant, connection), cancellationToken);

    /// <inheritdoc />
    public ValueTask PutTenantsAsync(string instanceArn, IReadOnlyCollection<TenantId> tenants, CancellationToken cancellationToken) =>
        _store.PutTenantsAsync(instanceArn, tenants, cancellationToken);

    /// <inheritdoc />
    public ValueTask<IReadOnlyDictionary<ConnectionId, string>> ListConnectionsAsync(TenantId tenant, CancellationToken cancellationToken) =>
        _store.ListConnectionsAsync(tenant, cancellationToken);

    /// <inheritdoc />
    public ValueTask PutConnectionAsync(TenantId tenant, ConnectionId connection, string document, CancellationToken cancellationToken) =>
        _store.PutConnectionAsync(tenant, connection, document, cancellationToken);

    /// <inheritdoc />
    public ValueTask<FlowDraft?> FindDraftAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        _store.FindDraftAsync(tenant, flow, cancellationToken);

    /// <inheritdoc />
    public ValueTask<FlowDraft> PutDraftAsync(TenantId tenant, FlowId flow, string document, CancellationToken cancellationToken) =>
        _store.PutDraftAsync(tenant, flow, document, cancellationToken);

    /// <inheritdoc />
    public ValueTask<FlowVersion?> FindVersionAsync(TenantId tenant, FlowId flow, int version, CancellationToken cancellationToken) =>
        _store.FindVersionAsync(tenant, flow, version, cancellationToken);

    /// <inheritdoc />
    public ValueTask<bool> TryAddVersionAsync(TenantId tenant, FlowVersion version, CancellationToken cancellationToken) =>
        _store.TryAddVersionAsync(tenant, version, cancellationToken);

    /// <inheritdoc />
    public ValueTask<bool> TryPutLiveAsync(TenantId tenant, LiveFlow live, int? replacing, CancellationToken cancellationToken) =>
        _store.TryPutLiveAsync(tenant, live, replacing, cancellationToken);

    // An instance without tenants is an unknown one, which is not kept.
    private async ValueTask<IReadOnlyCollection<TenantId>?> FindSomeTenantsAsync(string instanceArn, CancellationToken cancellationToken) =>
        await _store.FindTenantsAsync(instanceArn, cancellationToken) is { Count: > 0 } tenants ? tenants : null;
}
