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
);
