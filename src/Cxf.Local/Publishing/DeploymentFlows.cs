using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.PublishFlow;
using Cxf.Local.Deployment;
using Cxf.Local.FlowDocuments;

namespace Cxf.Local.Publishing;

/// <summary>
/// The drafts of a deployment, read as its PublishFlow reads them: with its connections, and the flows that are live or published
/// there.
/// </summary>
internal static class DeploymentFlows
{
    /// <summary>The draft of a flow, or all drafts of a tenant; empty if there are none.</summary>
    /// <param name="target">The deployment.</param>
    /// <param name="tenant">The tenant.</param>
    /// <param name="flow">The flow; null for all of them.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<IReadOnlyList<FlowDocument>> ReadAsync(
        IPublishTarget target,
        TenantId tenant,
        FlowId? flow,
        CancellationToken cancellationToken
    )
    {
        // Only the deployment's own PublishFlow knows its account, region and role; those of this machine are used instead.
        var linker = new FlowLinker(target.Store, LocalSettings.For(target.Stage), TimeProvider.System);
        var documents = new List<FlowDocument>();
        foreach (var id in flow is { } one ? [one] : await target.Store.ListFlowsAsync(tenant, cancellationToken))
        {
            if (await target.Store.FindDraftAsync(tenant, id, cancellationToken) is { } draft)
            {
                var linked = await linker.ReadAsync(tenant, id, draft.Document, cancellationToken);
                var versions = await target.Store.ListVersionsAsync(tenant, id, cancellationToken);
                var next = versions.Count == 0 ? 1 : versions[^1].Version + 1;
                documents.Add(
                    new FlowDocument(
                        new FlowFile($"{tenant}/{id}", tenant, null),
                        draft.Document,
                        linked.Source,
                        linked.Reading,
                        linked.Target with
                        {
                            Version = next,
                        }
                    )
                );
            }
        }

        return documents;
    }
}
