using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Observability;
using Cxf.Functions.Stores;
using Microsoft.Extensions.Logging;

namespace Cxf.Functions.PublishFlow;

/// <summary>Checks a draft after it was saved, and stores the diagnostics with the draft.</summary>
public sealed class DraftChecker(IConfigurationStore store, FlowLinker linker, ILogger logger)
{
    /// <summary>
    /// Checks the draft as it is now; a draft that was saved again meanwhile is checked at its latest revision.
    /// </summary>
    public async Task CheckAsync(TenantId tenant, FlowId flow, CancellationToken cancellationToken)
    {
        if (await store.FindDraftAsync(tenant, flow, cancellationToken) is not { } draft)
        {
            return;
        }

        var linked = await linker.ReadAsync(tenant, flow, draft.Document, cancellationToken);
        await store.TryPutCheckAsync(
            tenant,
            new DraftCheck(flow, draft.Revision, DiagnosticsJson.Text(linked.Diagnostics)),
            cancellationToken
        );
        logger.CheckedDraft(tenant.Value, flow.Value, draft.Revision, linked.Diagnostics.Count);
    }
}
