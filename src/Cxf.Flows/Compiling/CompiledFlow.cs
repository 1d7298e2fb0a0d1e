namespace Cxf.Flows.Compiling;

/// <summary>A flow as Step Functions runs it.</summary>
/// <param name="Definition">Amazon States Language, byte for byte the same for the same flow and target.</param>
/// <param name="Type">The type of machine it needs.</param>
/// <param name="TimeoutSeconds">After how many seconds the machine gives up (its TimeoutSeconds).</param>
/// <param name="ClaimsRuns">Whether a run claims its name and records its answer, see <see cref="RunRecord"/>.</param>
/// <param name="WorstCase">
/// The longest that a run can take as the clock counts; null when nothing but the timeout bounds it.
/// </param>
public sealed record CompiledFlow(
    string Definition,
    StateMachineType Type,
    int TimeoutSeconds,
    bool ClaimsRuns,
    TimeSpan? WorstCase
)
{
    /// <summary>The states that the steps became, those of flows that are compiled in included.</summary>
    public IReadOnlyList<CompiledState> States { get; init; } = [];
}

/// <summary>The two types of state machines; a machine's type can never change.</summary>
public enum StateMachineType
{
    /// <summary>Started synchronously, at most five minutes, no history of its own.</summary>
    Express,

    /// <summary>Started and left to run, up to a year, with a history.</summary>
    Standard,
}
