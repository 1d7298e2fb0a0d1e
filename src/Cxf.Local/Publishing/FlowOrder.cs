using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.PublishFlow;
using Cxf.Local.Stores;

namespace Cxf.Local.Publishing;

/// <summary>
/// The order to publish a folder's flows in: one that another runs before that other, since it must be live by then.
/// </summary>
internal static class FlowOrder
{
    /// <summary>Every flow of a folder, those that others run first, else by tenant and name.</summary>
    public static async Task<IReadOnlyList<(TenantId Tenant, FlowId Flow)>> OfAsync(
        FolderConfigurationStore folder,
        CancellationToken cancellationToken
    )
    {
        var drafts = folder.Drafts().ToList();
        var called = new Dictionary<(TenantId, FlowId), HashSet<FlowId>>();
        foreach (var (tenant, flow) in drafts)
        {
            var document = (await folder.FindDraftAsync(tenant, flow, cancellationToken))!.Document;
            called[(tenant, flow)] = [.. CalledFlows.In(JsonSource.Parse(document).Root).Select(step => step.Flow)];
        }

        var ordered = new List<(TenantId, FlowId)>();
        var met = new HashSet<(TenantId, FlowId)>();
        drafts.ForEach(Add);
        return ordered;

        // A flow that is met again further down runs itself; the checks say so (FlowCycle).
        void Add((TenantId Tenant, FlowId Flow) draft)
        {
            if (met.Add(draft))
            {
                drafts.FindAll(before => before.Tenant == draft.Tenant && called[draft].Contains(before.Flow)).ForEach(Add);
                ordered.Add(draft);
            }
        }
    }
}
