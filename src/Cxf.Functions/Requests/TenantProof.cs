using Cxf.Functions.Deployment;
using Cxf.Functions.Stores;
using Cxf.Functions.Stores.Caching;

namespace Cxf.Functions.Requests;

/// <summary>
/// Proves the tenant that a request claims. An instance vouches for its tenants; the direct form has no instance, so the
/// deployment must name the tenant.
/// </summary>
public sealed class TenantProof(CachingConfigurationStore store, DeploymentSettings settings)
{
    /// <summary>The flow of the request's tenant, or null when the request may not act for that tenant.</summary>
    public async ValueTask<ProvenFlow?> FindAsync(RequestHead request, CancellationToken cancellationToken)
    {
        if (request.IsDirect)
        {
            return IsAllowedDirectly(request)
                ? new ProvenFlow(await store.FindLiveAsync(request.Tenant, request.Flow, cancellationToken))
                : null;
        }

        var bindings = await store.FindTenantsAsync(request.Contact.InstanceArn, request.Tenant, cancellationToken);
        if (!bindings.Any(binding => binding.Tenant == request.Tenant))
        {
            return null;
        }

        // Else one of the two may be of a tenant that had the id before.
        return
            await store.FindLiveAsync(request.Tenant, request.Flow, cancellationToken) is { } live
            && bindings.Any(binding => binding.IsOf(request.Tenant, live.Generation))
            ? new ProvenFlow(live)
            : await ReadAsync(request, cancellationToken);
    }

    /// <summary>The same from what the store has now.</summary>
    public async ValueTask<ProvenFlow?> ReadAsync(RequestHead request, CancellationToken cancellationToken)
    {
        var live = await store.ReadLiveAsync(request.Tenant, request.Flow, cancellationToken);
        return request.IsDirect
            ? IsAllowedDirectly(request)
                ? new ProvenFlow(live)
                : null
            : await IsBoundAsync(request, live?.Generation, cancellationToken)
                ? new ProvenFlow(live)
                : null;
    }

    // Read after the flow: a binding that does not say its generation is then of that flow's, or of a later one.
    private async ValueTask<bool> IsBoundAsync(RequestHead request, int? generation, CancellationToken cancellationToken) =>
        (await store.ReadTenantsAsync(request.Contact.InstanceArn, cancellationToken)).Any(binding =>
            generation is { } one ? binding.IsOfCurrent(request.Tenant, one) : binding.Tenant == request.Tenant
        );

    private bool IsAllowedDirectly(RequestHead request) => settings.DirectTenants.Contains(request.Tenant);
}

/// <summary>What a proven tenant has under the flow's id.</summary>
/// <param name="Live">The live flow, or null.</param>
public sealed record ProvenFlow(LiveFlow? Live);
