using System.Text;
using Cxf.ApiCalls.Connections;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Checks;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.Flows.Reading;
using Cxf.Functions.Deployment;
using Cxf.Functions.Stores;

namespace Cxf.Functions.PublishFlow;

/// <summary>Reads and checks flow documents as this tenant has them, with its connections and the other flows that they run.</summary>
public sealed class FlowLinker(IConfigurationStore store, DeploymentSettings settings)
{
    /// <summary>Reads a document that is stored under a flow's id.</summary>
    public async Task<LinkedFlow> ReadAsync(TenantId tenant, FlowId flow, string document, CancellationToken cancellationToken)
    {
        var source = JsonSource.Parse(document);
        var (live, pinned) = (new Dictionary<FlowId, LiveChild>(), new Dictionary<PinnedVersion, FlowDefinition>());
        var generation = await store.FindGenerationAsync(tenant, cancellationToken);
        await LinkAsync(tenant, generation, source, live, pinned, cancellationToken);
        var now = await store.FindLiveAsync(tenant, flow, cancellationToken);
        var target = new CompilationTarget(tenant, 0, settings.CallApiArn)
        {
            Generation = generation,
            RunsTable = settings.RunsTable,
            LiveFlows = live,
            PinnedFlows = pinned,
        };
        var surroundings = (await ConnectionsAsync(tenant, cancellationToken)) with
        {
            LiveType = now?.Type,
            LiveFlows = live.ToDictionary(child => child.Key, child => child.Value.Facts),
            PinnedFlows = pinned,
        };
        var reading = await FlowCycle.CheckAsync(
            FlowReader.Read(source, surroundings), source, flow, called => DocumentsAsync(tenant, called, cancellationToken), versionsDiffer: true);
        if (reading.Flow is null)
        {
            return new LinkedFlow(source, null, reading.Diagnostics, target);
        }

        var linked = new LinkedFlow(source, reading.Flow, reading.Diagnostics, target);
        return reading.Flow.Id == flow
            ? linked with { Diagnostics = [.. reading.Diagnostics, .. await CallersAsync(linked, now, cancellationToken)] }
            : new LinkedFlow(source, null, [.. reading.Diagnostics, PublishingProblems.StoredUnderOtherId(source, flow)], target);
    }

    // A version that is compiled in brings the flows along that it runs itself.
    private async Task LinkAsync(
        TenantId tenant, int generation, JsonSource source, Dictionary<FlowId, LiveChild> live, Dictionary<PinnedVersion, FlowDefinition> pinned,
        CancellationToken cancellationToken)
    {
        foreach (var (flow, version) in CalledFlows.In(source.Root).Select(called => (called.Flow, called.Version)).Distinct())
        {
            if (version is not { } number)
            {
                if (await store.FindLiveAsync(tenant, flow, cancellationToken) is { } child && child.Generation == generation)
                {
                    live[flow] = new LiveChild(child.AliasArn, child.Facts());
                }
            }
            else if (!pinned.ContainsKey(new PinnedVersion(flow, number))
                && await store.FindVersionAsync(tenant, flow, number, cancellationToken) is { } published
                && JsonSource.Parse(published.Document) is var inner && FlowReader.Read(inner).Flow is { } definition)
            {
                pinned[new PinnedVersion(flow, number)] = definition;
                await LinkAsync(tenant, generation, inner, live, pinned, cancellationToken);
            }
        }
    }

    // What a step runs: the version that it names, or those that are live side by side.
    private async Task<IReadOnlyList<JsonSource>> DocumentsAsync(TenantId tenant, CalledFlow called, CancellationToken cancellationToken)
    {
        var documents = new List<JsonSource>();
        foreach (var number in called.Version is { } pinned ? [pinned] : (await store.FindLiveAsync(tenant, called.Flow, cancellationToken))?.Routes.Select(route => route.Version) ?? [])
        {
            if (await store.FindVersionAsync(tenant, called.Flow, number, cancellationToken) is { } version)
            {
                documents.Add(JsonSource.Parse(version.Document));
            }
        }

        return documents;
    }

    private async Task<FlowSurroundings> ConnectionsAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var methods = new Dictionary<ConnectionId, IReadOnlyCollection<string>>();
        var idempotent = new HashSet<ConnectionId>();
        foreach (var (id, document) in await store.ListConnectionsAsync(tenant, cancellationToken))
        {
            // A connection that cannot be read is as good as absent for a flow that wants to use it.
            if (ConnectionReader.Read(tenant, id, Encoding.UTF8.GetBytes(document)).Value is { } connection)
            {
                methods[id] = connection.Methods;
                if (connection.IdempotencyHeader is not null)
                {
                    idempotent.Add(id);
                }
            }
        }

        return new FlowSurroundings(methods) { IdempotentConnections = idempotent };
    }

    // A flow that starts this one was compiled to wait for as long as the live version can take, and was clocked with it.
    private async Task<IReadOnlyList<Diagnostic>> CallersAsync(LinkedFlow linked, LiveFlow? live, CancellationToken cancellationToken)
    {
        if (live?.WorstCase is not { } before || linked.Cost().WorstCase is not { } bound || bound <= before
            || await FlowCallers.OfAsync(store, linked.Target.Tenant, live.Flow, cancellationToken) is not { Count: > 0 } callers)
        {
            return [];
        }

        return [PublishingProblems.CallersWaitTooShort(linked.Source, bound, before, callers)];
    }
}
