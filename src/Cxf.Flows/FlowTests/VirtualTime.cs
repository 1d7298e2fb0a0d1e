namespace Cxf.Flows.FlowTests;

/// <summary>
/// A clock that moves only when it is told to, so that a test of a day's waits takes no time. One test, one thread: it is not
/// safe to use from several.
/// </summary>
internal sealed class VirtualTime(DateTimeOffset start) : TimeProvider
{
    private readonly List<VirtualTimer> _timers = [];
    private DateTimeOffset _now = start;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        _timers.Add(timer);
        return timer;
    }

    /// <summary>Moves on to a moment, never back, and lets every timer elapse whose time has come.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        _now = moment > _now ? moment : _now;
        foreach (var timer in _timers.ToList())
        {
            timer.ElapseIfDue();
        }
    }

    private sealed class VirtualTimer(VirtualTime time, Action elapsed) : ITimer
    {
        private DateTimeOffset? _due;
        private TimeSpan _period;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _due = dueTime == Timeout.InfiniteTimeSpan ? null : time._now + dueTime;
            _period = period;
            return true;
        }

        public void ElapseIfDue()
        {
            if (_due <= time._now)
            {
                _due = _period > TimeSpan.Zero ? _due + _period : null;
                elapsed();
            }
        }

        public void Dispose() => time._timers.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
