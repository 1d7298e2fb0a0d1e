namespace Cxf.EndToEnd.Tests;

/// <summary>
/// The system's clock without its long waits: a time limit that a test is not about never ends anything, however slow the
/// machine is.
/// </summary>
internal sealed class PatientClock : TimeProvider
{
    /// <summary>Waits longer than this never end. Default: all end.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.MaxValue;

    /// <summary>How far it is ahead of the system's clock.</summary>
    public TimeSpan Ahead { get; set; }

    /// <summary>For functions in processes: neither the limit of their start nor that of an invocation is ever reached.</summary>
    public static PatientClock OfFunctions { get; } =
        new() { LongestWait = TimeSpan.FromMilliseconds(500), Ahead = TimeSpan.FromHours(1) };

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > LongestWait ? Timeout.InfiniteTimeSpan : dueTime, period);
}
