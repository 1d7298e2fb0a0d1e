namespace Cxf.Functions.Stores.Runs;

/// <summary>A run as its record says.</summary>
/// <param name="ReceivedHash">The hash of the payload that it was asked for with; null for a run that has none.</param>
/// <param name="EndsBy">When its machine has given up at the latest.</param>
/// <param name="Ending">How it ended; null while it has no answer.</param>
public sealed record RecordedRun(string? ReceivedHash, DateTimeOffset EndsBy, RunEnding? Ending);
