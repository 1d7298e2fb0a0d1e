using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.Evaluation;

/// <summary>An error of a state: its name and its cause, either of which may be missing.</summary>
internal sealed record StateError(string? Error, string? Cause)
{
    /// <summary>
    /// Neither Retry nor Catch sees States.Runtime: AWS ends the execution (States Language specification, appendix A).
    /// </summary>
    public bool EndsExecution => Error == ErrorNames.Runtime;

    /// <summary>Whether States.ALL excludes the error: the result of a state, not of a task, exceeded the size limit.</summary>
    public bool NeedsItsName { get; init; }

    /// <summary>
    /// A States.Timeout caused by a missed heartbeat: Retry and Catch may also name it States.HeartbeatTimeout.
    /// </summary>
    public bool IsMissedHeartbeat { get; init; }

    /// <summary>Whether an ErrorEquals list includes this error.</summary>
    public bool Matches(IReadOnlyList<string> errorEquals) => !EndsExecution && errorEquals.Any(Matches);

    private bool Matches(string name) =>
        name switch
        {
            ErrorNames.All => !NeedsItsName,
            ErrorNames.TaskFailed => Error != ErrorNames.Timeout && !NeedsItsName,
            ErrorNames.Timeout => Error is ErrorNames.Timeout or ErrorNames.HeartbeatTimeout,
            ErrorNames.HeartbeatTimeout => IsMissedHeartbeat || Error == ErrorNames.HeartbeatTimeout,
            _ => name == Error,
        };

    /// <summary>
    /// The error as a catcher's <c>errorOutput</c>; missing members are null, but the cause of a timeout is empty (recorded).
    /// </summary>
    public Payload ToPayload()
    {
        using var writer = PayloadWriter.Rent();
        writer.Json.WriteStartObject();
        writer.Json.WriteString("Error", Error);
        writer.Json.WriteString("Cause", Cause ?? (Error == ErrorNames.Timeout ? "" : null));
        writer.Json.WriteEndObject();
        return writer.ToPayload();
    }
}

/// <summary>
/// Ends the evaluation of a state that cannot continue. It never leaves the interpreter: the branch turns it into events, a
/// retry, a catch or the end of the execution.
/// </summary>
internal class StateFailedException(StateError error) : Exception(error.Cause ?? error.Error)
{
    public StateError Error { get; } = error;
}

/// <summary>A JSONata field that could not be evaluated: States.QueryEvaluationError, with an event of its own.</summary>
internal sealed class EvaluationFailedException(string cause, string? location, bool afterEntry = false)
    : StateFailedException(new StateError(ErrorNames.QueryEvaluationError, cause))
{
    /// <summary>The field, such as <c>Output/result</c>, or null where AWS names none.</summary>
    public string? Location { get; } = location;

    /// <summary>
    /// Whether the event follows the state's own entry. AWS evaluates most fields while it enters the state, and the event then
    /// follows the event before the entry (recorded), but a Timestamp is parsed later.
    /// </summary>
    public bool AfterEntry { get; } = afterEntry;

    /// <summary>The value that the expression does not accept, as JSON; null if the error is not about a value.</summary>
    public string? Value { get; init; }

    /// <summary>Where in the expression it failed; null if the expression as a whole did.</summary>
    public FailedPlace? Place { get; init; }
}
