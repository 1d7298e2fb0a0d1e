namespace Cxf.StatesLanguage.Time;

/// <summary>
/// The engine's clock: the host's, except that it is held at the end of a wait while the work that follows runs. When a virtual
/// clock advances by a year at once, every event still gets the time it would have had.
/// </summary>
internal sealed class EngineClock(TimeProvider host) : TimeProvider
{
    private long _heldTicks;

    public override TimeZoneInfo LocalTimeZone => host.LocalTimeZone;

    public override long TimestampFrequency => host.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        var held = Interlocked.Read(ref _heldTicks);
        return held == 0 ? host.GetUtcNow() : new DateTimeOffset(held, TimeSpan.Zero);
    }

    public override long GetTimestamp() => host.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        host.CreateTimer(callback, state, dueTime, period);

    public void HoldAt(DateTimeOffset moment) => Interlocked.Exchange(ref _heldTicks, moment.UtcTicks);

    public void Release() => Interlocked.Exchange(ref _heldTicks, 0);
}
