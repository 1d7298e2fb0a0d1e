namespace Cxf.Testing;

/// <summary>
/// A clock on which a wait of seconds, such as one before a retry, takes no time: it goes forward by the wait at once. A longer
/// wait, such as a limit, lasts as long as ever. It begins two minutes ago, so that nothing on it lies in the future.
/// </summary>
public sealed class HurriedTime : TimeProvider
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private long _aheadTicks = -TimeSpan.FromMinutes(2).Ticks;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _aheadTicks));

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(this, System.CreateTimer(callback, state, Hurry(dueTime), period));

    private TimeSpan Hurry(TimeSpan due)
    {
        if (due <= TimeSpan.Zero || due > Longest)
        {
            return due;
        }

        Interlocked.Add(ref _aheadTicks, due.Ticks);
        return TimeSpan.Zero;
    }

    private sealed class Timer(HurriedTime time, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(time.Hurry(dueTime), period);

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
