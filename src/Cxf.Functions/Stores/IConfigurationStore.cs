using Cxf.ApiCalls.Identifiers;
using Cxf.Flows.Model;

namespace Cxf.Functions.Stores;

/// <summary>
/// What a deployment knows of its tenants: Connect instances, connections and flows. On AWS the DynamoDB configuration table,
/// in local runs a folder of files. Every operation on a tenant's data names the tenant; none can reach across.
/// </summary>
public interface IConfigurationStore
{
    /// <summary>The tenants that a Connect instance may act for; empty when the instance is unknown.</summary>
    ValueTask<IReadOnlyCollection<TenantId>> FindTenantsAsync(string instanceArn, CancellationToken cancellationToken);

    /// <summary>Says which tenants a Connect instance may act for; replaces what was said before.</summary>
    ValueTask PutTenantsAsync(string instanceArn, IReadOnlyCollection<TenantId> tenants, CancellationToken cancellationToken);

    /// <summary>The document of a connection, or null.</summary>
    ValueTask<string?> FindConnectionAsync(TenantId tenant, ConnectionId connection, CancellationToken cancellationToken);

    /// <summary>The documents of all connections of a tenant, by id.</summary>
    ValueTask<IReadOnlyDictionary<ConnectionId, string>> ListConnectionsAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Writes a connection's document.</summary>
    ValueTask PutConnectionAsync(TenantId tenant, ConnectionId connection, string document, CancellationToken cancellationToken);

    /// <summary>The draft of a flow, or null.</summary>
    ValueTask<FlowDraft?> FindDraftAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken);

    /// <summary>Writes a draft; its revision rises by one.</summary>
    ValueTask<FlowDraft> PutDraftAsync(TenantId tenant, FlowId flow, string document, CancellationToken cancellationToken);

    /// <summary>A published version, or null.</summary>
    ValueTask<FlowVersion?> FindVersionAsync(TenantId tenant, FlowId flow, int version, CancellationToken cancellationToken);

    /// <summary>Adds a version; false when that version exists already. A version never changes.</summary>
    ValueTask<bool> TryAddVersionAsync(TenantId tenant, FlowVersion version, CancellationToken cancellationToken);

    /// <summary>What of a flow is live, or null when it was never published.</summary>
    ValueTask<LiveFlow?> FindLiveAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken);

    /// <summary>
    /// Makes a version live; false when another publisher was faster: <paramref name="replacing"/> is the version that is
    /// live so far, null when none is.
    /// </summary>
    ValueTask<bool> TryPutLiveAsync(TenantId tenant, LiveFlow live, int? replacing, CancellationToken cancellationToken);
}
