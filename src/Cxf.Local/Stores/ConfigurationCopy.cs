using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Stores;

namespace Cxf.Local.Stores;

/// <summary>
/// Makes a store match a folder: the tenants, the instances that may act for them, their connections, and their flows as drafts.
/// Equal data is not written, and data that is not in the folder stays (<see cref="Publishing.Leftovers"/>).
/// </summary>
internal sealed class ConfigurationCopy(FolderConfigurationStore folder, IConfigurationStore store)
{
    /// <summary>Writes everything.</summary>
    /// <param name="overwrite">Whether drafts go that someone else saved and never asked to publish.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Every flow of the folder, and the new bindings.</returns>
    public async Task<WrittenConfiguration> WriteAsync(bool overwrite, CancellationToken cancellationToken)
    {
        var instances = await folder.InstancesAsync(cancellationToken);
        var bound = new List<InstanceBinding>();
        foreach (var tenant in folder.Tenants())
        {
            await store.AddTenantAsync(tenant, cancellationToken);
            await WriteConnectionsAsync(tenant, cancellationToken);
            var wanted = instances.Where(instance => instance.Value.Contains(tenant)).Select(instance => instance.Key);
            bound.AddRange(await BindAsync(tenant, wanted, cancellationToken));
        }

        var drafts = new List<WrittenDraft>();
        foreach (var (tenant, flow) in folder.Drafts())
        {
            drafts.Add(new WrittenDraft(tenant, flow, await WriteDraftAsync(tenant, flow, overwrite, cancellationToken)));
        }

        return new WrittenConfiguration(drafts, bound);
    }

    private async Task WriteConnectionsAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var there = await store.ListConnectionsAsync(tenant, cancellationToken);
        foreach (var (connection, document) in await folder.ListConnectionsAsync(tenant, cancellationToken))
        {
            if (there.GetValueOrDefault(connection) != document)
            {
                await store.PutConnectionAsync(tenant, connection, document, cancellationToken);
            }

            await WriteDescriptionAsync(tenant, connection, cancellationToken);
        }
    }

    private async Task WriteDescriptionAsync(TenantId tenant, ConnectionId connection, CancellationToken cancellationToken)
    {
        var wanted = await folder.FindDescriptionAsync(tenant, connection, cancellationToken);
        var there = await store.FindDescriptionAsync(tenant, connection, cancellationToken);
        if (wanted is null && there is not null)
        {
            await store.DeleteDescriptionAsync(tenant, connection, cancellationToken);
        }
        else if (wanted is not null && (there is null || !wanted.AsSpan().SequenceEqual(there)))
        {
            await store.PutDescriptionAsync(tenant, connection, wanted, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<InstanceBinding>> BindAsync(
        TenantId tenant,
        IEnumerable<string> wanted,
        CancellationToken cancellationToken
    )
    {
        var before = (await store.FindTenantAsync(tenant, cancellationToken))?.Instances ?? [];
        var bound = wanted.Except(before).Select(instance => new InstanceBinding(tenant, instance)).ToList();
        foreach (var binding in bound)
        {
            await store.BindAsync(binding.Instance, tenant, cancellationToken);
        }

        return bound;
    }

    private async Task<int?> WriteDraftAsync(TenantId tenant, FlowId flow, bool overwrite, CancellationToken cancellationToken)
    {
        var document = (await folder.FindDraftAsync(tenant, flow, cancellationToken))!.Document;
        var there = await store.FindDraftAsync(tenant, flow, cancellationToken);
        if (there?.Document == document)
        {
            return there.Revision;
        }

        return there is null || overwrite || await SubmittedDraft.IsAsync(store, tenant, there, cancellationToken)
            ? (await store.TryPutDraftAsync(tenant, flow, document, there?.Revision, cancellationToken))?.Revision
            : null;
    }
}
