namespace Cxf.Benchmarks.ColdStart;

/// <summary>One start of a program.</summary>
/// <param name="First">From the start of the process to the arrival of its first answer.</param>
/// <param name="Warm">The median time of an event after the first.</param>
/// <param name="ResidentKilobytes">The most memory it held up to its first answer.</param>
internal sealed record ColdStartSample(TimeSpan First, TimeSpan Warm, long ResidentKilobytes);
