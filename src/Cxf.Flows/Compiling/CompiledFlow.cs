namespace Cxf.Flows.Compiling;

/// <summary>A flow as Step Functions runs it.</summary>
/// <param name="Definition">Amazon States Language, byte for byte the same for the same flow and target.</param>
/// <param name="Type">The type of machine it needs.</param>
/// <param name="TimeoutSeconds">After how many seconds the machine gives up (its TimeoutSeconds).</param>
/// <param name="ClaimsRuns">Whether a run claims its name and records its answer, see <see cref="RunRecord"/>.</param>
public sealed record CompiledFlow(string Definition, StateMachineType Type, int TimeoutSeconds, bool ClaimsRuns);
