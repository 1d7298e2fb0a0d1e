using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.PublishFlow;

namespace Cxf.Local.Stores;

/// <summary>
/// The order to publish a folder's flows in: one that another runs before that other, since it must be live by then.
/// </summary>
internal static class FlowOrder
{
    /// <summary>Every flow of a folder, those that others run first, else by tenant and name.</summary>
    public static async Task<IReadOnlyList<(TenantId Tenant, FlowId Flow)>> OfAsync(
        FolderConfigurationStore folder,
        CancellationToken cancellationToken
    ) => [.. (await WavesAsync(folder, only: null, cancellationToken)).SelectMany(wave => wave)];

    /// <summary>
    /// The same in waves: a flow runs only flows of earlier waves, so those of one wave can be published together.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="only">The flows to have, with those that they run; null for every flow.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyList<IReadOnlyList<(TenantId Tenant, FlowId Flow)>>> WavesAsync(
        FolderConfigurationStore folder,
        IReadOnlyCollection<(TenantId Tenant, FlowId Flow)>? only,
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

        var numbers = new Dictionary<(TenantId, FlowId), int>();
        drafts.FindAll(draft => only is null || only.Contains(draft)).ForEach(draft => Number(draft));
        return
        [
            .. drafts
                .Where(numbers.ContainsKey)
                .GroupBy(draft => numbers[draft])
                .OrderBy(wave => wave.Key)
                .Select(wave => wave.ToList()),
        ];

        // A flow that is met again further down runs itself; the checks say so (FlowCycle).
        int Number((TenantId Tenant, FlowId Flow) draft)
        {
            if (numbers.TryAdd(draft, 0))
            {
                numbers[draft] = drafts
                    .Where(before => before.Tenant == draft.Tenant && called[draft].Contains(before.Flow))
                    .Select(before => Number(before) + 1)
                    .DefaultIfEmpty()
                    .Max();
            }

            return numbers[draft];
        }
    }
}
