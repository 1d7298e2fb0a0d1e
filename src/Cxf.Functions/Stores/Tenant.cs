using Cxf.Documents.Identifiers;

namespace Cxf.Functions.Stores;

/// <summary>A tenant of the deployment.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Instances">
/// The ARNs of the Connect instances that it is bound to. Written before the instance's own list and cleared after it, so
/// deleting a tenant misses none.
/// </param>
public sealed record Tenant(TenantId Id, IReadOnlyCollection<string> Instances);
