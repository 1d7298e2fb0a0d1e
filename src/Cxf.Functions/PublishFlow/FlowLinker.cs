using System.Text;
using Cxf.ApiCalls.Authentication;
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

/// <summary>
/// Reads and checks flow documents as this tenant has them, with its connections and the other flows that they run.
/// </summary>
public sealed class FlowLinker(IConfigurationStore store, DeploymentSettings settings, TimeProvider timeProvider)
{
    /// <summary>Reads a document that is stored under a flow's id.</summary>
    public Task<LinkedFlow> ReadAsync(TenantId tenant, FlowId flow, string document, CancellationToken cancellationToken) =>
        ReadAsync(tenant, flow, document, [], cancellationToken);

    /// <summary>Reads a document that is stored under a flow's id.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="document">The document.</param>
    /// <param name="allowed">The codes of errors that count as warnings.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<LinkedFlow> ReadAsync(
        TenantId tenant,
        FlowId flow,
        string document,
        IReadOnlyCollection<string> allowed,
        CancellationToken cancellationToken
    )
    {
        var source = JsonSource.Parse(document);
        var documents = new LinkedDocuments(store, tenant);
        var (live, pinned) = (new Dictionary<FlowId, LiveChild>(), new Dictionary<PinnedVersion, FlowDefinition>());
        var budget = FlowBudget.ForCheck(timeProvider);
        var generation = await store.FindGenerationAsync(tenant, cancellationToken);
        var descriptions = new LinkedDescriptions(store, tenant);
        await descriptions.AddAsync(source.Root, cancellationToken);
        await LinkAsync(
            documents,
            generation,
            source,
            live,
            pinned,
            async inner =>
            {
                await descriptions.AddAsync(inner.Root, cancellationToken);
                return FlowReader.Read(inner, null, budget, descriptions.Found);
            },
            cancellationToken
        );
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
            Descriptions = descriptions.Found,
            Allowed = allowed,
        };
        var reading = await FlowCycle.CheckAsync(
            FlowReader.Read(source, surroundings, budget),
            source,
            flow,
            called => documents.OfAsync(called, cancellationToken),
            versionsDiffer: true
        );
        if (documents.IsTooLarge)
        {
            return Refused(FlowBudget.LinkedTooLarge(source));
        }

        var linked = new LinkedFlow(source, reading, target);
        return reading.Flow is not { } read ? linked
            : read.Id != flow ? Refused(PublishingProblems.StoredUnderOtherId(source, flow))
            : linked with
            {
                Reading = reading with
                {
                    Diagnostics = [.. reading.Diagnostics, .. await CallersAsync(linked, now, cancellationToken)],
                },
            };

        LinkedFlow Refused(Diagnostic problem) => new(source, new FlowReading(null, [.. reading.Diagnostics, problem]), target);
    }

    // A version that is compiled in brings the flows along that it runs itself. All of them are read within the budget of the one
    // document.
    private static async Task LinkAsync(
        LinkedDocuments documents,
        int generation,
        JsonSource source,
        Dictionary<FlowId, LiveChild> live,
        Dictionary<PinnedVersion, FlowDefinition> pinned,
        Func<JsonSource, Task<FlowReading>> read,
        CancellationToken cancellationToken
    )
    {
        foreach (var (flow, version) in CalledFlows.In(source.Root).Select(called => (called.Flow, called.Version)).Distinct())
        {
            if (version is not { } number)
            {
                if (
                    !live.ContainsKey(flow)
                    && await documents.LiveAsync(flow, cancellationToken) is { } child
                    && child.Generation == generation
                )
                {
                    live[flow] = new LiveChild(child.AliasArn, child.Facts());
                }
            }
            else if (
                !pinned.ContainsKey(new PinnedVersion(flow, number))
                && await documents.VersionAsync(flow, number, cancellationToken) is { } inner
                && (await read(inner)).Flow is { } definition
            )
            {
                pinned[new PinnedVersion(flow, number)] = definition;
                await LinkAsync(documents, generation, inner, live, pinned, read, cancellationToken);
            }
        }
    }

    private async Task<FlowContext> ConnectionsAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var methods = new Dictionary<ConnectionId, IReadOnlyCollection<string>>();
        var idempotent = new HashSet<ConnectionId>();
        var signing = new HashSet<ConnectionId>();
        var set = new Dictionary<ConnectionId, IReadOnlyCollection<string>>();
        foreach (var (id, document) in await store.ListConnectionsAsync(tenant, cancellationToken))
        {
            // A connection that cannot be read is as good as absent for a flow that wants to use it.
            if (ConnectionReader.Read(tenant, id, Encoding.UTF8.GetBytes(document)).Value is { } connection)
            {
                methods[id] = connection.Methods;
                set[id] = connection.OwnNames;
                if (connection.IdempotencyHeader is not null)
                {
                    idempotent.Add(id);
                }

                if (connection.Auth is AwsSignatureAuth)
                {
                    signing.Add(id);
                }
            }
        }

        return new FlowContext(methods)
        {
            IdempotentConnections = idempotent,
            SigningConnections = signing,
            SetByConnection = set,
        };
    }

    // A flow that starts this one was compiled to wait for as long as the live version can take, and was clocked with it.
    private async Task<IReadOnlyList<Diagnostic>> CallersAsync(
        LinkedFlow linked,
        LiveFlow? live,
        CancellationToken cancellationToken
    )
    {
        if (
            live?.WorstCase is not { } before
            || linked.Cost().WorstCase is not { } bound
            || bound <= before
            || await FlowCallers.OfAsync(store, linked.Target.Tenant, live.Flow, cancellationToken) is not { Count: > 0 } callers
        )
        {
            return [];
        }

        return [PublishingProblems.CallersWaitTooShort(linked.Source, bound, before, callers)];
    }
}
