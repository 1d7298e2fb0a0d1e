using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;

namespace Cxf.Local.Publishing;

/// <summary>A flow of a folder as it stands in a store now.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Flow">The flow.</param>
/// <param name="Revision">The draft's revision; null when it was not written, because it would have replaced someone's unpublished work.</param>
internal sealed record WrittenDraft(TenantId Tenant, FlowId Flow, int? Revision);
