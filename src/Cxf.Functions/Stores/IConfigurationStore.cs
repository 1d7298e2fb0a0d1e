using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;

namespace Cxf.Functions.Stores;

/// <summary>
/// The data of a deployment's tenants: Connect instances, connections and flows. On AWS it is the DynamoDB configuration table,
/// in local runs a folder of files. Every operation on a tenant's data names the tenant; none can reach another tenant's data.
/// Every write is one item with at most one condition; README.md in this folder lists them.
/// </summary>
public interface IConfigurationStore : IConfigurationReader
{
    /// <summary>A tenant with the instances that it is bound to, or null.</summary>
    ValueTask<Tenant?> FindTenantAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Adds a tenant; one that is there already stays as it is.</summary>
    ValueTask AddTenantAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>
    /// Ends a tenant's generation: from here on its runs cannot be read and its machines make no calls, and who is created under
    /// its id is another tenant.
    /// </summary>
    ValueTask EndGenerationAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Removes a tenant; the last step of deleting everything that it owns.</summary>
    ValueTask DeleteTenantAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Lets a Connect instance act for a tenant.</summary>
    ValueTask BindAsync(string instanceArn, TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Ends that a Connect instance may act for a tenant.</summary>
    ValueTask UnbindAsync(string instanceArn, TenantId tenant, CancellationToken cancellationToken);

    /// <summary>The documents of all connections of a tenant, by id.</summary>
    ValueTask<IReadOnlyDictionary<ConnectionId, string>> ListConnectionsAsync(
        TenantId tenant,
        CancellationToken cancellationToken
    );

    /// <summary>Writes a connection's document.</summary>
    ValueTask PutConnectionAsync(TenantId tenant, ConnectionId connection, string document, CancellationToken cancellationToken);

    /// <summary>
    /// What the third party says of its API, as it was imported for a connection; null if nothing was. No call reads it.
    /// </summary>
    ValueTask<byte[]?> FindDescriptionAsync(TenantId tenant, ConnectionId connection, CancellationToken cancellationToken);

    /// <summary>Writes the description of a connection's API.</summary>
    ValueTask PutDescriptionAsync(
        TenantId tenant,
        ConnectionId connection,
        byte[] description,
        CancellationToken cancellationToken
    );

    /// <summary>Removes the description of a connection's API; a missing one is not an error.</summary>
    ValueTask DeleteDescriptionAsync(TenantId tenant, ConnectionId connection, CancellationToken cancellationToken);

    /// <summary>Removes a connection. Its description is removed separately.</summary>
    ValueTask DeleteConnectionAsync(TenantId tenant, ConnectionId connection, CancellationToken cancellationToken);

    /// <summary>Every flow for which the store contains anything: a draft, a version, or the outcome of a request.</summary>
    ValueTask<IReadOnlyCollection<FlowId>> ListFlowsAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>
    /// Writes a draft over the revision that its author has read; null if someone else was faster. <paramref name="replacing"/>
    /// is that revision, null if there is no draft yet.
    /// </summary>
    ValueTask<FlowDraft?> TryPutDraftAsync(
        TenantId tenant,
        FlowId flow,
        string document,
        int? replacing,
        CancellationToken cancellationToken
    );

    /// <summary>Removes a draft.</summary>
    ValueTask DeleteDraftAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken);

    /// <summary>What checking a draft found last, or null.</summary>
    ValueTask<DraftCheck?> FindCheckAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken);

    /// <summary>Writes what checking a draft found; false when a later revision was checked already.</summary>
    ValueTask<bool> TryPutCheckAsync(TenantId tenant, DraftCheck check, CancellationToken cancellationToken);

    /// <summary>
    /// Asks PublishFlow for something, in the form of its event; the number tells this request's outcome from those before it.
    /// </summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="flow">The flow; null for a request about the tenant as a whole.</param>
    /// <param name="request">The request as JSON.</param>
    /// <param name="cancellationToken">Cancels.</param>
    ValueTask<int> PutRequestAsync(TenantId tenant, FlowId? flow, string request, CancellationToken cancellationToken);

    /// <summary>The last request, or null.</summary>
    ValueTask<string?> FindRequestAsync(TenantId tenant, FlowId? flow, CancellationToken cancellationToken);

    /// <summary>The outcome of the last executed request, or null.</summary>
    ValueTask<RequestOutcome?> FindOutcomeAsync(TenantId tenant, FlowId? flow, CancellationToken cancellationToken);

    /// <summary>Writes what became of a request.</summary>
    ValueTask PutOutcomeAsync(TenantId tenant, FlowId? flow, RequestOutcome outcome, CancellationToken cancellationToken);

    /// <summary>Removes what checking a draft found.</summary>
    ValueTask DeleteCheckAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken);

    /// <summary>Removes a flow's last request and its outcome.</summary>
    ValueTask DeleteRequestsAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken);

    /// <summary>All versions of a flow without their documents, the oldest first.</summary>
    ValueTask<IReadOnlyList<VersionEntry>> ListVersionsAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken);

    /// <summary>Adds a version; false if that version already exists. Its document never changes.</summary>
    ValueTask<bool> TryAddVersionAsync(TenantId tenant, FlowVersion version, CancellationToken cancellationToken);

    /// <summary>Stores the ARN of a version in Step Functions; false if the version no longer exists.</summary>
    ValueTask<bool> TryPutMachineVersionAsync(
        TenantId tenant,
        FlowId flow,
        int version,
        string machineVersionArn,
        CancellationToken cancellationToken
    );

    /// <summary>Removes a version.</summary>
    ValueTask DeleteVersionAsync(TenantId tenant, FlowId flow, int version, CancellationToken cancellationToken);

    /// <summary>
    /// Writes the live flow; false if another publisher was faster. <paramref name="replacing"/> is the revision of the existing
    /// record (<see cref="LiveFlow.Revision"/>), or null. The record's own revision is set here.
    /// </summary>
    ValueTask<bool> TryPutLiveAsync(TenantId tenant, LiveFlow live, int? replacing, CancellationToken cancellationToken);

    /// <summary>Takes a flow away from its callers.</summary>
    ValueTask DeleteLiveAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken);
}

/// <summary>What became of a request to PublishFlow.</summary>
/// <param name="Request">The request's number.</param>
/// <param name="Answer">PublishFlow's answer as JSON.</param>
public sealed record RequestOutcome(int Request, string Answer);
