using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Microsoft.Extensions.Logging;

namespace Cxf.Functions.Stores.Caching;

/// <summary>
/// A reader for functions that callers wait for: what every call needs (the instance's tenants, the live flow, the connection)
/// is kept for a bounded age. Everything else goes straight to the store behind it.
/// </summary>
public sealed class CachingConfigurationStore : IConfigurationReader
{
    private readonly IConfigurationReader _store;
    private readonly ReadCache<string, IReadOnlyCollection<TenantId>> _tenants;
    private readonly ReadCache<(TenantId Tenant, FlowId Flow), LiveFlow> _live;
    private readonly ReadCache<(TenantId Tenant, ConnectionId Connection), string> _connections;

    /// <summary>Puts caches in front of a store.</summary>
    public CachingConfigurationStore(IConfigurationReader store, CacheAges ages, TimeProvider timeProvider, ILogger logger)
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
    public ValueTask<FlowDraft?> FindDraftAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        _store.FindDraftAsync(tenant, flow, cancellationToken);

    /// <inheritdoc />
    public ValueTask<FlowVersion?> FindVersionAsync(TenantId tenant, FlowId flow, int version, CancellationToken cancellationToken) =>
        _store.FindVersionAsync(tenant, flow, version, cancellationToken);

    // An instance without tenants is an unknown one, which is not kept.
    private async ValueTask<IReadOnlyCollection<TenantId>?> FindSomeTenantsAsync(string instanceArn, CancellationToken cancellationToken) =>
        await _store.FindTenantsAsync(instanceArn, cancellationToken) is { Count: > 0 } tenants ? tenants : null;
}
