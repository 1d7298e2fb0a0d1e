using Cxf.Functions.Deployment;
using Cxf.Functions.Stores;

namespace Cxf.Functions.Requests;

/// <summary>Proves the tenant that a request claims.</summary>
public sealed class TenantProof(IConfigurationReader store, DeploymentSettings settings)
{
    /// <summary>
    /// Whether the request may act for its tenant. An instance vouches for its tenants; the direct form has no instance, so the
    /// deployment must name the tenant.
    /// </summary>
    public async ValueTask<bool> IsAllowedAsync(RequestHead request, CancellationToken cancellationToken) =>
        request.IsDirect
            ? settings.DirectTenants.Contains(request.Tenant)
            : (await store.FindTenantsAsync(request.Contact.InstanceArn, cancellationToken)).Contains(request.Tenant);
}
