using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Microsoft.Extensions.Logging;

namespace Cxf.Functions.Stores.Caching;

/// <summary>How long a function uses cached values.</summary>
/// <param name="Fresh">Up to this age a value is used as it is.</param>
/// <param name="Max">
/// Up to this age, the value is used while it is read again after the answer, so a shorter outage of the table fails no call. An
/// older value is read again first. Zero: nothing is cached.
/// </param>
public readonly record struct CacheAges(TimeSpan Fresh, TimeSpan Max)
{
    /// <summary>
    /// A change is seen by a busy function within ten seconds, by an idle one at the latest after five minutes.
    /// </summary>
    public static CacheAges Default { get; } = new(TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(5));

    /// <summary>Every read goes to the store.</summary>
    public static CacheAges None { get; }
}

/// <summary>
/// A reader for functions that callers wait for. It caches what every call needs (the instance's tenants, the live flow) for a
/// limited time. A connection decides where a secret goes, so it is read for every call; the last value is used while the store
/// does not answer. Everything else is read from the store directly.
/// </summary>
public sealed class CachingConfigurationStore : IConfigurationReader
{
    private readonly IConfigurationReader _store;
    private readonly ReadCache<string, IReadOnlyCollection<TenantBinding>> _tenants;
    private readonly ReadCache<(TenantId Tenant, FlowId Flow), LiveFlow> _live;
    private readonly ReadCache<(TenantId Tenant, int Generation, ConnectionId Connection), StoredConnection> _connections;

    /// <summary>Puts caches in front of a store.</summary>
    public CachingConfigurationStore(IConfigurationReader store, CacheAges ages, TimeProvider timeProvider, ILogger logger)
    {
        _store = store;
        _tenants = new("instance's tenants", FindSomeTenantsAsync, ages, timeProvider, logger);
        _live = new("live flow", (key, token) => store.FindLiveAsync(key.Tenant, key.Flow, token), ages, timeProvider, logger);
        _connections = new(
            "connection",
            (key, token) => store.FindConnectionAsync(key.Tenant, key.Generation, key.Connection, token),
            ages,
            timeProvider,
            logger
        );
    }

    /// <inheritdoc />
    public async ValueTask<IReadOnlyCollection<TenantBinding>> FindTenantsAsync(
        string instanceArn,
        CancellationToken cancellationToken
    ) => await _tenants.FindAsync(instanceArn, cancellationToken) ?? [];

    /// <summary>
    /// The same for a request of one tenant: what is kept counts only if the tenant is in it, so a tenant that was bound a moment
    /// ago is let in by a function that has known the instance for long.
    /// </summary>
    public async ValueTask<IReadOnlyCollection<TenantBinding>> FindTenantsAsync(
        string instanceArn,
        TenantId tenant,
        CancellationToken cancellationToken
    ) =>
        await _tenants.FindAsync(instanceArn, bindings => bindings.Any(binding => binding.Tenant == tenant), cancellationToken)
        ?? [];

    /// <summary>The same, read now.</summary>
    public async ValueTask<IReadOnlyCollection<TenantBinding>> ReadTenantsAsync(
        string instanceArn,
        CancellationToken cancellationToken
    ) => await _tenants.ReadAsync(instanceArn, cancellationToken) ?? [];

    /// <inheritdoc />
    public ValueTask<LiveFlow?> FindLiveAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        _live.FindAsync((tenant, flow), cancellationToken);

    /// <summary>The same, read now.</summary>
    public ValueTask<LiveFlow?> ReadLiveAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        _live.ReadAsync((tenant, flow), cancellationToken);

    /// <inheritdoc />
    public ValueTask<StoredConnection?> FindConnectionAsync(
        TenantId tenant,
        int generation,
        ConnectionId connection,
        CancellationToken cancellationToken
    ) => _connections.FindCurrentAsync((tenant, generation, connection), cancellationToken);

    /// <summary>The same, read now, also while the store does not answer: an exception then.</summary>
    public ValueTask<StoredConnection?> ReadConnectionAsync(
        TenantId tenant,
        int generation,
        ConnectionId connection,
        CancellationToken cancellationToken
    ) => _connections.ReadAsync((tenant, generation, connection), cancellationToken);

    /// <inheritdoc />
    public ValueTask<int> FindGenerationAsync(TenantId tenant, CancellationToken cancellationToken) =>
        _store.FindGenerationAsync(tenant, cancellationToken);

    /// <inheritdoc />
    public ValueTask<FlowDraft?> FindDraftAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        _store.FindDraftAsync(tenant, flow, cancellationToken);

    /// <inheritdoc />
    public ValueTask<FlowVersion?> FindVersionAsync(
        TenantId tenant,
        FlowId flow,
        int version,
        CancellationToken cancellationToken
    ) => _store.FindVersionAsync(tenant, flow, version, cancellationToken);

    // An instance without tenants is an unknown one, which is not kept.
    private async ValueTask<IReadOnlyCollection<TenantBinding>?> FindSomeTenantsAsync(
        string instanceArn,
        CancellationToken cancellationToken
    ) => await _store.FindTenantsAsync(instanceArn, cancellationToken) is { Count: > 0 } tenants ? tenants : null;
}
