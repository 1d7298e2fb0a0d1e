using Amazon.StepFunctions.Model;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Compiling;
using Cxf.Functions.Stores;
using Cxf.Local.Deployment;

namespace Cxf.Local.Runs;

/// <summary>A flow that is live, with its state machine.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Live">The live flow.</param>
internal sealed record DeployedFlow(TenantId Tenant, LiveFlow Live)
{
    /// <summary>The state machine, without the alias.</summary>
    public string MachineArn => Live.AliasArn[..Live.AliasArn.LastIndexOf(':')];

    /// <summary>The state machine's name.</summary>
    public string MachineName => MachineArn[(MachineArn.LastIndexOf(':') + 1)..];

    /// <summary>Whether its runs are EXPRESS executions.</summary>
    public bool IsExpress => Live.Type == StateMachineType.Express;
}

/// <summary>
/// Finds the live flows that a query is about. No table lists the tenants, so without one they come from the names of the state
/// machines.
/// </summary>
internal static class DeployedFlows
{
    private const int MachinesOnPage = 1000;

    /// <summary>The flows.</summary>
    public static async Task<IReadOnlyList<DeployedFlow>> FindAsync(
        DeploymentServices services,
        RunQuery query,
        CancellationToken cancellationToken
    )
    {
        var tenants = query.Tenant is { } one ? [one] : await TenantsAsync(services, cancellationToken);
        var found = await Task.WhenAll(
            tenants.Select(async tenant =>
            {
                var flows = query.Flow is { } wanted ? [wanted] : await services.Store.ListFlowsAsync(tenant, cancellationToken);
                var live = await Task.WhenAll(
                    flows.Select(flow => services.Store.FindLiveAsync(tenant, flow, cancellationToken).AsTask())
                );
                return live.OfType<LiveFlow>().Select(one => new DeployedFlow(tenant, one));
            })
        );
        return [.. found.SelectMany(flows => flows)];
    }

    /// <summary>
    /// What can be tenants, from the names of the state machines: <c>cxf-[stage]-[tenant]-[flow]-[hash]</c>. Ids can contain
    /// hyphens, so each beginning can be the tenant; one that is not has no flows.
    /// </summary>
    public static async Task<IReadOnlyCollection<TenantId>> TenantsAsync(
        DeploymentServices services,
        CancellationToken cancellationToken
    )
    {
        var tenants = new HashSet<TenantId>();
        var prefix = $"cxf-{services.Stage}-";
        var request = new ListStateMachinesRequest { MaxResults = MachinesOnPage };
        do
        {
            var page = await services.StepFunctions.ListStateMachinesAsync(request, cancellationToken);
            foreach (
                var machine in (page.StateMachines ?? []).Where(machine =>
                    machine.Name.StartsWith(prefix, StringComparison.Ordinal)
                )
            )
            {
                var words = machine.Name[prefix.Length..].Split('-');
                for (var count = 1; count < words.Length; count++)
                {
                    if (TenantId.TryParse(string.Join('-', words[..count]), out var tenant))
                    {
                        tenants.Add(tenant);
                    }
                }
            }

            request.NextToken = page.NextToken;
        } while (request.NextToken is not null);
        return tenants;
    }
}
