namespace Cxf.Local.Output;

/// <summary>One visit of a state in an execution, put together from its entered and exited events in the history.</summary>
/// <param name="Name">The state's name: the step's label.</param>
/// <param name="Type">The state's type, such as Task or Choice.</param>
/// <param name="Entered">When the state was entered.</param>
/// <param name="Exited">When it was left; null where the execution ended in it.</param>
/// <param name="Input">What went in, as JSON; null when it is not recorded.</param>
/// <param name="Output">The output as JSON, or null.</param>
/// <param name="Error">The error's name, or null.</param>
/// <param name="Cause">The error's cause.</param>
/// <param name="Tries">How often its task was started; 0 for states that start none.</param>
internal sealed record HistoryRow(
    string Name,
    string Type,
    DateTimeOffset Entered,
    DateTimeOffset? Exited,
    string? Input,
    string? Output,
    string? Error = null,
    string? Cause = null,
    int Tries = 0
)
{
    /// <summary>What the last try of its task sent. Default: null, nothing that a third party or another flow gets.</summary>
    public SentCall? Sent { get; init; }

    /// <summary>Every try of its task. Default: none.</summary>
    public IReadOnlyList<StepAttempt> Attempts { get; init; } = [];

    /// <summary>The variables that it set, each with its JSON. Default: none.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Variables { get; init; } = [];

    /// <summary>
    /// The number of the row, from 0, of the parallel or the loop that it is inside of; null in the run itself.
    /// </summary>
    public int? Parent { get; init; }

    /// <summary>The iteration of that loop, from 0; null outside loops.</summary>
    public int? Iteration { get; init; }

    /// <summary>The step after it in the same scope; null for the last one.</summary>
    public string? Next { get; init; }

    /// <summary>Whether it failed itself and no step handles that.</summary>
    public bool HasFailed => Type == "Fail" || (Error is not null && Next is null);
}
