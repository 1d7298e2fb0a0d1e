using Cxf.ApiCalls.Identifiers;

namespace Cxf.Flows.Compiling;

/// <summary>What a state machine is compiled for; everything here is a literal in it, never read from a run's input.</summary>
/// <param name="Tenant">The tenant that owns the flow.</param>
/// <param name="Version">The version being published, from 1.</param>
/// <param name="CallApiArn">The ARN of CallApi's alias, so that a deployment moves calls over gradually.</param>
public sealed record CompilationTarget(TenantId Tenant, int Version, string CallApiArn);
