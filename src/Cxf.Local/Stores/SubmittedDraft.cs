using System.Text.Json;
using Cxf.Documents.Identifiers;
using Cxf.Functions.Stores;

namespace Cxf.Local.Stores;

/// <summary>
/// Whether a draft is nobody's work in progress: its author asked to publish it, whatever came of the request, or it is live.
/// </summary>
internal static class SubmittedDraft
{
    /// <summary>Whether it is.</summary>
    public static async Task<bool> IsAsync(
        IConfigurationStore store,
        TenantId tenant,
        FlowDraft draft,
        CancellationToken cancellationToken
    )
    {
        if (
            await store.FindRequestAsync(tenant, draft.Flow, cancellationToken) is { } request
            && JsonElement.Parse(request).TryGetProperty("revision", out var revision)
            && revision.GetInt32() == draft.Revision
        )
        {
            return true;
        }

        return await store.FindLiveAsync(tenant, draft.Flow, cancellationToken) is { } live
            && (await store.FindVersionAsync(tenant, draft.Flow, live.Version, cancellationToken))?.Document == draft.Document;
    }
}
