using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;

namespace Cxf.Functions.Stores;

/// <summary>
/// What functions that callers wait for read of the configuration. It can be cached; see
/// <see cref="Caching.CachingConfigurationStore"/>.
/// </summary>
public interface IConfigurationReader
{
    /// <summary>The tenants that a Connect instance may act for; empty when the instance is unknown.</summary>
    ValueTask<IReadOnlyCollection<TenantBinding>> FindTenantsAsync(string instanceArn, CancellationToken cancellationToken);

    /// <summary>
    /// The number of deleted tenants with this ID: 0 for the first. Data of one generation is never used for another; see
    /// README.md in this folder.
    /// </summary>
    ValueTask<int> FindGenerationAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>A connection of one generation of a tenant, or null; null, too, when that generation is over.</summary>
    ValueTask<StoredConnection?> FindConnectionAsync(
        TenantId tenant,
        int generation,
        ConnectionId connection,
        CancellationToken cancellationToken
    );

    /// <summary>The draft of a flow, or null.</summary>
    ValueTask<FlowDraft?> FindDraftAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken);

    /// <summary>A version of a flow, or null.</summary>
    ValueTask<FlowVersion?> FindVersionAsync(TenantId tenant, FlowId flow, int version, CancellationToken cancellationToken);

    /// <summary>The live flow, or null if it was never published.</summary>
    ValueTask<LiveFlow?> FindLiveAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken);
}
