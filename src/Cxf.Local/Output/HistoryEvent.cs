namespace Cxf.Local.Output;

/// <summary>One event of an execution's history, in the shape of GetExecutionHistory and without its nesting.</summary>
/// <param name="Id">The event's number in the execution, from 1.</param>
/// <param name="PreviousId">The event that led to it; 0 for the first.</param>
/// <param name="Type">The event type, such as <c>TaskStateEntered</c>.</param>
/// <param name="Timestamp">When it happened.</param>
/// <param name="Name">The state's name on StateEntered and StateExited events.</param>
/// <param name="Input">The state's input, as JSON.</param>
/// <param name="Output">The state's output, as JSON.</param>
/// <param name="Error">The error's name on events of failure.</param>
/// <param name="Cause">The error's cause.</param>
internal sealed record HistoryEvent(
    long Id,
    long PreviousId,
    string Type,
    DateTimeOffset Timestamp,
    string? Name = null,
    string? Input = null,
    string? Output = null,
    string? Error = null,
    string? Cause = null
)
{
    /// <summary>The arguments of a task that was scheduled, as JSON. Default: null.</summary>
    public string? Arguments { get; init; }

    /// <summary>The variables that a state set, each with its JSON. Default: none.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Variables { get; init; } = [];
}
