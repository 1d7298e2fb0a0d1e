using System.Text.Json;
using Cxf.ApiCalls.Identifiers;
using Cxf.Flows.Model;
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
            called[(draft.Tenant, draft.Flow)] = [.. CalledBy(JsonElement.Parse(document))];
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

    private static IEnumerable<FlowId> CalledBy(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => CalledBy(member.Value)).Concat(CalledHere(json)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(CalledBy),
        _ => [],
    };

    private static IEnumerable<FlowId> CalledHere(JsonElement step) =>
        step.TryGetProperty("kind", out var kind) && kind.ValueKind == JsonValueKind.String && kind.GetString() == "runFlow"
        && step.TryGetProperty("flowId", out var id) && id.ValueKind == JsonValueKind.String && FlowId.TryParse(id.GetString(), out var flow)
            ? [flow]
            : [];
}
