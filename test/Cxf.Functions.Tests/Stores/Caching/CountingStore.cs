using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Stores;

namespace Cxf.Functions.Tests.Stores.Caching;

/// <summary>A store that counts what is read from it, and can be down.</summary>
internal sealed class CountingStore : IConfigurationReader
{
    public int Reads { get; private set; }

    public bool IsDown { get; set; }

    public LiveFlow? Live { get; set; }

    public IReadOnlyCollection<TenantBinding> Tenants { get; set; } = [];

    public int Generation { get; set; }

    /// <summary>Reads a connection's document.</summary>
    public Func<CancellationToken, ValueTask<string?>> Connection { get; init; } = _ => new("{}");

    public ValueTask<int> FindGenerationAsync(TenantId tenant, CancellationToken cancellationToken) => Read(Generation);

    public ValueTask<IReadOnlyCollection<TenantBinding>> FindTenantsAsync(
        string instanceArn,
        CancellationToken cancellationToken
    ) => Read(Tenants);

    public ValueTask<LiveFlow?> FindLiveAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) => Read(Live);

    public async ValueTask<StoredConnection?> FindConnectionAsync(
        TenantId tenant,
        int generation,
        ConnectionId connection,
        CancellationToken cancellationToken
    )
    {
        Reads++;
        return IsDown ? throw new IOException("The table does not answer.")
            : await Connection(cancellationToken) is { } document && generation == Generation
                ? StoredConnection.Of(document, generation, "")
            : null;
    }

    public ValueTask<FlowDraft?> FindDraftAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken) =>
        Read<FlowDraft?>(null);

    public ValueTask<FlowVersion?> FindVersionAsync(
        TenantId tenant,
        FlowId flow,
        int version,
        CancellationToken cancellationToken
    ) => Read<FlowVersion?>(null);

    private ValueTask<T> Read<T>(T value)
    {
        Reads++;
        return IsDown ? ValueTask.FromException<T>(new IOException("The table does not answer.")) : ValueTask.FromResult(value);
    }
}
