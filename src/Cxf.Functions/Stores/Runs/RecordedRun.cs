namespace Cxf.Functions.Stores.Runs;

/// <summary>A run as its record says.</summary>
/// <param name="PayloadHash">The hash of the payload that it runs with.</param>
/// <param name="EndsBy">When its machine has given up at the latest.</param>
/// <param name="Ending">How it ended; null while it has no answer.</param>
public sealed record RecordedRun(string PayloadHash, DateTimeOffset EndsBy, RunEnding? Ending);
