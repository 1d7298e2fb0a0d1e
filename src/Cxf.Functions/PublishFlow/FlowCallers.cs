using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Stores;

namespace Cxf.Functions.PublishFlow;

/// <summary>
/// Which live flows start a flow as it is live. One that has a version of it compiled in does not: that stays as it is.
/// </summary>
internal static class FlowCallers
{
    public static async Task<IReadOnlyList<FlowId>> OfAsync(
        IConfigurationStore store,
        TenantId tenant,
        FlowId flow,
        CancellationToken cancellationToken
    )
    {
        var callers = new List<FlowId>();
        foreach (var other in await store.ListFlowsAsync(tenant, cancellationToken))
        {
            if (other != flow && await store.FindLiveAsync(tenant, other, cancellationToken) is { } live && await RunsAsync(live))
            {
                callers.Add(other);
            }
        }

        return callers;

        async Task<bool> RunsAsync(LiveFlow live)
        {
            foreach (var number in live.Routes.Select(route => route.Version).Append(live.Version).Distinct())
            {
                if (
                    await store.FindVersionAsync(tenant, live.Flow, number, cancellationToken) is { } version
                    && CalledFlows
                        .In(JsonSource.Parse(version.Document).Root)
                        .Any(called => called.Flow == flow && called.Version is null)
                )
                {
                    return true;
                }
            }

            return false;
        }
    }
}
