using Cxf.ApiCalls.Diagnostics;
using Cxf.ApiCalls.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.PublishFlow;
using Cxf.Local.Stores;

namespace Cxf.Local.Publishing;

/// <summary>The order to publish a folder's flows in: one that another runs before that other, since it must be live by then.</summary>
internal static class FlowOrder
{
    /// <summary>The flows, those that others run first, else as they come.</summary>
    public static async Task<IReadOnlyList<WrittenDraft>> OfAsync(
        IReadOnlyList<WrittenDraft> drafts, FolderConfigurationStore folder, CancellationToken cancellationToken)
    {
        var called = new Dictionary<(TenantId, FlowId), HashSet<FlowId>>();
        foreach (var draft in drafts)
        {
            var document = (await folder.FindDraftAsync(draft.Tenant, draft.Flow, cancellationToken))!.Document;
            called[(draft.Tenant, draft.Flow)] = [.. CalledFlows.In(JsonSource.Parse(document).Root).Select(step => step.Flow)];
        }

        var ordered = new List<WrittenDraft>();
        var met = new HashSet<(TenantId, FlowId)>();
        foreach (var draft in drafts)
        {
            Add(draft);
        }

        return ordered;

        // A flow that is met again further down runs itself; that is the checks' to report.
        void Add(WrittenDraft draft)
        {
            if (met.Add((draft.Tenant, draft.Flow)))
            {
                foreach (var before in drafts.Where(one => one.Tenant == draft.Tenant && called[(draft.Tenant, draft.Flow)].Contains(one.Flow)))
                {
                    Add(before);
                }

                ordered.Add(draft);
            }
        }
    }
}
