using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Checks;
using Cxf.Flows.Model;
using Cxf.Functions.Stores;

namespace Cxf.Functions.PublishFlow;

/// <summary>
/// The documents of the flows that a flow runs, directly and through others: each is read once, and no more of them than
/// <see cref="FlowBudget.LinkedDocuments"/> and <see cref="FlowBudget.LinkedBytes"/> allow.
/// </summary>
internal sealed class LinkedDocuments(IConfigurationStore store, TenantId tenant)
{
    private readonly Dictionary<FlowId, LiveFlow?> _live = [];
    private readonly Dictionary<(FlowId, int), JsonSource?> _versions = [];
    private long _bytes;

    /// <summary>Whether some were not read, because there are too many.</summary>
    public bool IsTooLarge { get; private set; }

    /// <summary>A flow as it is live; null where it is not, or is one too many.</summary>
    public async Task<LiveFlow?> LiveAsync(FlowId flow, CancellationToken cancellationToken)
    {
        if (!_live.TryGetValue(flow, out var known))
        {
            _live[flow] = known = HasRoom() ? await store.FindLiveAsync(tenant, flow, cancellationToken) : null;
        }

        return known;
    }

    /// <summary>The document of a version; null if it does not exist or exceeds the limit.</summary>
    public async Task<JsonSource?> VersionAsync(FlowId flow, int number, CancellationToken cancellationToken)
    {
        if (!_versions.TryGetValue((flow, number), out var known))
        {
            var version = HasRoom() ? await store.FindVersionAsync(tenant, flow, number, cancellationToken) : null;
            _versions[(flow, number)] = known = version is null ? null : JsonSource.Parse(version.Document);
            _bytes += known?.Length ?? 0;
        }

        return known;
    }

    /// <summary>What a step runs: the version that it names, or those that are live side by side.</summary>
    public async Task<IReadOnlyList<JsonSource>> OfAsync(CalledFlow called, CancellationToken cancellationToken)
    {
        var documents = new List<JsonSource>();
        foreach (
            var number in called.Version is { } pinned
                ? [pinned]
                : (await LiveAsync(called.Flow, cancellationToken))?.Routes.Select(route => route.Version) ?? []
        )
        {
            if (await VersionAsync(called.Flow, number, cancellationToken) is { } version)
            {
                documents.Add(version);
            }
        }

        return documents;
    }

    private bool HasRoom()
    {
        IsTooLarge |= _live.Count + _versions.Count >= FlowBudget.LinkedDocuments || _bytes >= FlowBudget.LinkedBytes;
        return !IsTooLarge;
    }
}
