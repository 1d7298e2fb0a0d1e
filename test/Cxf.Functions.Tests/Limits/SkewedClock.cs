namespace Cxf.Functions.Tests.Limits;

/// <summary>The clock of a process that differs from the true time; its timers run with the true time.</summary>
internal sealed class SkewedClock(TimeProvider world, TimeSpan skew) : TimeProvider
{
    public override long TimestampFrequency => world.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => world.GetUtcNow() + skew;

    public override long GetTimestamp() => world.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        world.CreateTimer(callback, state, dueTime, period);
}
