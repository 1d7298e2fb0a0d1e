using Cxf.Documents.Identifiers;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.Functions.Stores;

namespace Cxf.Functions.PublishFlow;

/// <summary>
/// Versions that a publish recorded but did not complete, and that no later publish continued because the flow had changed. Each
/// is removed together with its version in Step Functions.
/// </summary>
public sealed class AbandonedVersions(IConfigurationStore store, StateMachines machines)
{
    /// <summary>Removes the abandoned versions of a flow.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="entries">The flow's versions.</param>
    /// <param name="live">The live flow, or null.</param>
    /// <param name="type">The type of machine that the flow needs now.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task RemoveAsync(
        TenantId tenant,
        FlowId flow,
        IReadOnlyList<VersionEntry> entries,
        LiveFlow? live,
        StateMachineType type,
        CancellationToken cancellationToken
    )
    {
        var unfinished = entries.Where(entry => entry.MachineVersionArn is null).ToList();
        if (unfinished.Count > 0)
        {
            // In Step Functions first: a version there without a record would never be found again.
            await machines.DeleteVersionsAsync(tenant, flow, unfinished, cancellationToken);
            await DeleteAsync(tenant, flow, unfinished, cancellationToken);
        }

        if (live is null)
        {
            await DeleteAsync(
                tenant,
                flow,
                await OfOtherTypeAsync(tenant, flow, entries.Except(unfinished), type, cancellationToken),
                cancellationToken
            );
        }
    }

    // A flow that was never live may still change its mode; its machine is replaced then, and these versions go with it.
    private async Task<List<VersionEntry>> OfOtherTypeAsync(
        TenantId tenant,
        FlowId flow,
        IEnumerable<VersionEntry> entries,
        StateMachineType type,
        CancellationToken cancellationToken
    )
    {
        var found = new List<VersionEntry>();
        foreach (var entry in entries)
        {
            if (
                await store.FindVersionAsync(tenant, flow, entry.Version, cancellationToken) is { } version
                && version.Type != type
            )
            {
                found.Add(entry);
            }
        }

        return found;
    }

    private async Task DeleteAsync(TenantId tenant, FlowId flow, List<VersionEntry> entries, CancellationToken cancellationToken)
    {
        foreach (var entry in entries)
        {
            await store.DeleteVersionAsync(tenant, flow, entry.Version, cancellationToken);
        }
    }
}
