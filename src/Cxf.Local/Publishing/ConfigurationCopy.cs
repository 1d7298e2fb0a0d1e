using System.Text.Json;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Stores;
using Cxf.Local.Stores;

namespace Cxf.Local.Publishing;

/// <summary>
/// Brings a store to what a folder says of its tenants: the tenants, the instances that may act for them, their connections and
/// their flows as drafts. What is the same already is not written; tenants that the folder does not have are left alone.
/// </summary>
internal sealed class ConfigurationCopy(FolderConfigurationStore folder, IConfigurationStore store)
{
    /// <summary>Writes everything.</summary>
    /// <param name="overwrite">Whether drafts go that someone else saved and never asked to publish.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Every flow of the folder.</returns>
    public async Task<IReadOnlyList<WrittenDraft>> WriteAsync(bool overwrite, CancellationToken cancellationToken)
    {
        var instances = await folder.InstancesAsync(cancellationToken);
        foreach (var tenant in folder.Tenants())
        {
            await store.AddTenantAsync(tenant, cancellationToken);
            await WriteConnectionsAsync(tenant, cancellationToken);
            var wanted = instances.Where(instance => instance.Value.Contains(tenant)).Select(instance => instance.Key);
            await BindAsync(tenant, wanted.ToHashSet(), cancellationToken);
        }

        var drafts = new List<WrittenDraft>();
        foreach (var (tenant, flow) in folder.Drafts())
        {
            drafts.Add(new WrittenDraft(tenant, flow, await WriteDraftAsync(tenant, flow, overwrite, cancellationToken)));
        }

        return drafts;
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
        }
    }

    private async Task BindAsync(TenantId tenant, HashSet<string> wanted, CancellationToken cancellationToken)
    {
        var bound = (await store.FindTenantAsync(tenant, cancellationToken))?.Instances ?? [];
        foreach (var instance in wanted.Except(bound))
        {
            await store.BindAsync(instance, tenant, cancellationToken);
        }

        foreach (var instance in bound.Except(wanted))
        {
            await store.UnbindAsync(instance, tenant, cancellationToken);
        }
    }

    private async Task<int?> WriteDraftAsync(TenantId tenant, FlowId flow, bool overwrite, CancellationToken cancellationToken)
    {
        var document = (await folder.FindDraftAsync(tenant, flow, cancellationToken))!.Document;
        var there = await store.FindDraftAsync(tenant, flow, cancellationToken);
        if (there?.Document == document)
        {
            return there.Revision;
        }

        return there is null || overwrite || await WasSubmittedAsync(tenant, there, cancellationToken)
            ? (await store.TryPutDraftAsync(tenant, flow, document, there?.Revision, cancellationToken))?.Revision
            : null;
    }

    // A draft that its author asked to publish is not work in progress, whatever came of the request; neither is one that is live.
    private async Task<bool> WasSubmittedAsync(TenantId tenant, FlowDraft draft, CancellationToken cancellationToken)
    {
        if (await store.FindRequestAsync(tenant, draft.Flow, cancellationToken) is { } request
            && JsonElement.Parse(request).TryGetProperty("revision", out var revision) && revision.GetInt32() == draft.Revision)
        {
            return true;
        }

        return await store.FindLiveAsync(tenant, draft.Flow, cancellationToken) is { } live
            && (await store.FindVersionAsync(tenant, draft.Flow, live.Version, cancellationToken))?.Document == draft.Document;
    }
}
