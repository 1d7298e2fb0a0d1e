namespace Cxf.Benchmarks.ColdStart;

/// <summary>One start of a program; times count from the start of the process.</summary>
/// <param name="Connected">Until it connected to the Runtime API.</param>
/// <param name="Polled">Until it asked for its first event.</param>
/// <param name="First">Until its first answer arrived.</param>
/// <param name="Warm">The median time of an event after the first.</param>
/// <param name="ResidentKilobytes">The most memory it held up to its first answer.</param>
internal sealed record ColdStartSample(
    TimeSpan Connected,
    TimeSpan Polled,
    TimeSpan First,
    TimeSpan Warm,
    long ResidentKilobytes
);
