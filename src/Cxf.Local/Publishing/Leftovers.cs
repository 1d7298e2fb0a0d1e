using System.Text.Json.Nodes;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;
using Cxf.Functions.Stores;
using Cxf.Local.Deployment;
using Cxf.Local.Stores;

namespace Cxf.Local.Publishing;

/// <summary>
/// What a deployment has of a folder's tenants and the folder does not mention. It stays unless somebody asks to remove it.
/// </summary>
/// <param name="Bindings">Instances that may act for a tenant.</param>
/// <param name="Flows">Flows, with the number of their versions.</param>
/// <param name="Connections">Connections.</param>
internal sealed record Leftovers(
    IReadOnlyList<InstanceBinding> Bindings,
    IReadOnlyList<(TenantId Tenant, FlowId Flow, int Versions)> Flows,
    IReadOnlyList<(TenantId Tenant, ConnectionId Connection)> Connections
)
{
    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => Bindings.Count + Flows.Count + Connections.Count == 0;

    /// <summary>A description of each.</summary>
    public IEnumerable<string> Descriptions =>
        [
            .. Bindings.Select(binding => $"binding of {binding.Tenant} to {binding.Instance}"),
            .. Flows.Select(flow => $"flow {flow.Tenant}/{flow.Flow} ({flow.Versions} version{(flow.Versions == 1 ? "" : "s")})"),
            .. Connections.Select(connection => $"connection {connection.Tenant}/{connection.Connection}"),
        ];

    /// <summary>Looks for them.</summary>
    public static async Task<Leftovers> FindAsync(
        FolderConfigurationStore folder,
        IConfigurationStore store,
        CancellationToken cancellationToken
    )
    {
        var instances = await folder.InstancesAsync(cancellationToken);
        var drafts = folder.Drafts().ToHashSet();
        var (bindings, flows, connections) = (
            new List<InstanceBinding>(),
            new List<(TenantId, FlowId, int)>(),
            new List<(TenantId, ConnectionId)>()
        );
        foreach (var tenant in folder.Tenants())
        {
            var bound = (await store.FindTenantAsync(tenant, cancellationToken))?.Instances ?? [];
            bindings.AddRange(
                bound
                    .Where(instance => instances.GetValueOrDefault(instance)?.Contains(tenant) != true)
                    .Order(StringComparer.Ordinal)
                    .Select(instance => new InstanceBinding(tenant, instance))
            );
            foreach (
                var flow in (await store.ListFlowsAsync(tenant, cancellationToken))
                    .Where(flow => !drafts.Contains((tenant, flow)))
                    .OrderBy(flow => flow.Value, StringComparer.Ordinal)
            )
            {
                // Of a flow that was deleted the last request and its outcome are left; it is not a flow any more.
                var versions = (await store.ListVersionsAsync(tenant, flow, cancellationToken)).Count;
                if (versions > 0 || await store.FindDraftAsync(tenant, flow, cancellationToken) is not null)
                {
                    flows.Add((tenant, flow, versions));
                }
            }

            var wanted = await folder.ListConnectionsAsync(tenant, cancellationToken);
            connections.AddRange(
                (await store.ListConnectionsAsync(tenant, cancellationToken))
                    .Keys.Where(connection => !wanted.ContainsKey(connection))
                    .OrderBy(connection => connection.Value, StringComparer.Ordinal)
                    .Select(connection => (tenant, connection))
            );
        }

        return new Leftovers(bindings, flows, connections);
    }

    /// <summary>
    /// Removes them: first the bindings, so that no caller uses the flows any more, and last the connections, which the flows
    /// use. A flow that another flow runs is removed after that flow.
    /// </summary>
    /// <returns>PublishFlow's answers about the flows.</returns>
    public async Task<IReadOnlyList<PublishedFlow>> RemoveAsync(IPublishTarget target, CancellationToken cancellationToken)
    {
        foreach (var binding in Bindings)
        {
            await target.Store.UnbindAsync(binding.Instance, binding.Tenant, cancellationToken);
        }

        var answers = new Dictionary<(TenantId Tenant, FlowId Flow), PublishedFlow>();
        var open = Flows.Select(flow => (flow.Tenant, flow.Flow)).ToList();
        for (var left = int.MaxValue; open.Count > 0 && open.Count < left; )
        {
            left = open.Count;
            foreach (var (tenant, flow) in open)
            {
                var answer = await target.AskAsync(tenant, flow, new JsonObject { ["action"] = "delete" }, cancellationToken);
                answers[(tenant, flow)] = new PublishedFlow(tenant.Value, flow.Value, answer);
            }

            open.RemoveAll(flow => answers[flow].IsDone);
        }

        foreach (var (tenant, connection) in open.Count == 0 ? Connections : [])
        {
            await target.Store.DeleteDescriptionAsync(tenant, connection, cancellationToken);
            await target.Store.DeleteConnectionAsync(tenant, connection, cancellationToken);
        }

        return [.. answers.Values];
    }
}
