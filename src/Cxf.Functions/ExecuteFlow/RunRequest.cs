using Cxf.Documents.Identifiers;

namespace Cxf.Functions.ExecuteFlow;

/// <summary>One run to be started.</summary>
/// <param name="Tenant">The tenant that owns the run.</param>
/// <param name="Generation">The generation of that tenant.</param>
/// <param name="AliasArn">The state machine's alias.</param>
/// <param name="Name">The run's name, which is also the answer's <c>runId</c>.</param>
/// <param name="Input">The run's input, JSON.</param>
/// <param name="Claims">Whether the machine claims the run's record before it does anything.</param>
public sealed record RunRequest(TenantId Tenant, int Generation, string AliasArn, string Name, string Input, bool Claims);
