using Cxf.Documents.Identifiers;

namespace Cxf.Functions.Stores;

/// <summary>A tenant of the deployment.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Instances">
/// The ARNs of the Connect instances that it is bound to. Written before the instance's own list and cleared after it, so
/// deleting a tenant misses none.
/// </param>
public sealed record Tenant(TenantId Id, IReadOnlyCollection<string> Instances);

/// <summary>That a Connect instance may act for a tenant.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Generation">
/// The generation of the tenant that was bound; null where the binding does not say: one of the first generation, or one that was
/// written by hand, which is meant for the tenant that has the id when it is read.
/// </param>
public sealed record TenantBinding(TenantId Tenant, int? Generation = null)
{
    /// <summary>Whether the binding, as it was read at some time, is one of the tenant of a generation.</summary>
    public bool IsOf(TenantId tenant, int generation) => Tenant == tenant && (Generation ?? 0) == generation;

    /// <summary>The same of a binding that was read after the generation began.</summary>
    public bool IsOfCurrent(TenantId tenant, int generation) => Tenant == tenant && (Generation ?? generation) == generation;
}
