using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;

namespace Cxf.Local.Stores;

/// <summary>A flow of a folder, as it is now stored.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Flow">The flow.</param>
/// <param name="Revision">
/// The draft's revision; null when it was not written, because it would have replaced someone's unpublished work.
/// </param>
internal sealed record WrittenDraft(TenantId Tenant, FlowId Flow, int? Revision);

/// <summary>A Connect instance that may act for a tenant.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Instance">The instance's ARN.</param>
internal sealed record InstanceBinding(TenantId Tenant, string Instance);

/// <summary>What a folder was written as.</summary>
/// <param name="Drafts">Its flows.</param>
/// <param name="Bound">The bindings that were not there before.</param>
internal sealed record WrittenConfiguration(IReadOnlyList<WrittenDraft> Drafts, IReadOnlyList<InstanceBinding> Bound);
