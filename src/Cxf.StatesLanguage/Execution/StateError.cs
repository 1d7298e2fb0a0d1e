using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.Execution;

/// <summary>An error of a state: its name and its cause, either of which may be missing.</summary>
internal sealed record StateError(string? Error, string? Cause)
{
    /// <summary>Neither Retry nor Catch sees States.Runtime: AWS ends the execution (States Language specification, appendix
    /// A).</summary>
    public bool EndsExecution => Error == ErrorNames.Runtime;

    /// <summary>Only a catcher that names it sees a result over the size limit, when a state and not a task produced
    /// it.</summary>
    public bool NeedsItsName { get; init; }

    /// <summary>A States.Timeout that a missed heartbeat is the reason of: Retry and Catch may also name it
    /// States.HeartbeatTimeout.</summary>
    public bool IsMissedHeartbeat { get; init; }

    /// <summary>The error as a catcher's <c>errorOutput</c>; what is missing is null (recorded).</summary>
    public Payload ToPayload()
    {
        using var writer = PayloadWriter.Rent();
        writer.Json.WriteStartObject();
        writer.Json.WriteString("Error", Error);
        writer.Json.WriteString("Cause", Cause);
        writer.Json.WriteEndObject();
        return writer.ToPayload();
    }
}
