using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;

namespace Cxf.Functions.PublishFlow;

/// <summary>What a record of the stream is about.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Flow">The flow; null for a request about the tenant as a whole.</param>
/// <param name="IsRequest">Whether it is a request; else it is a draft.</param>
internal sealed record RecordSubject(TenantId Tenant, FlowId? Flow, bool IsRequest);
