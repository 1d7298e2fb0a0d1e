namespace Cxf.Functions.Stores.Runs;

/// <summary>A run as its record says.</summary>
/// <param name="ReceivedHash">The hash of the payload that the run was started with; null for a run without one.</param>
/// <param name="EndsBy">The time by which its machine has timed out.</param>
/// <param name="Ending">How it ended; null while it has no answer.</param>
public sealed record RecordedRun(string? ReceivedHash, DateTimeOffset EndsBy, RunEnding? Ending);
