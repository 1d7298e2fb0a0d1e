namespace Cxf.Functions.Stores.Runs;

/// <summary>A run as its record says.</summary>
/// <param name="ReceivedHash">The hash of the payload that the run was started with; null for a run without one.</param>
/// <param name="EndsBy">The time by which its machine has timed out.</param>
/// <param name="Ending">How it ended; null while it has no answer.</param>
public sealed record RecordedRun(string? ReceivedHash, DateTimeOffset EndsBy, RunEnding? Ending);

/// <summary>How a run ended.</summary>
public abstract record RunEnding
{
    private RunEnding() { }

    /// <summary>It gave its answer.</summary>
    /// <param name="Output">The JSON text of <c>{"message": …, "outputs": {…}}</c>.</param>
    public sealed record Succeeded(string Output) : RunEnding;

    /// <summary>It failed.</summary>
    /// <param name="Error">The error: an error code of CXF or an error name of AWS.</param>
    /// <param name="Cause">The cause, or empty.</param>
    public sealed record Failed(string Error, string Cause) : RunEnding;
}
