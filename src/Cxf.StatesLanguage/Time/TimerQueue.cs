namespace Cxf.StatesLanguage.Time;

/// <summary>
/// All waits of the engine on one timer. Waits that end at the same instant end in the order in which they began, which one timer
/// per wait would not guarantee.
/// </summary>
internal sealed class TimerQueue : IDisposable
{
    private const int SweepFrom = 256;

    private readonly Lock _lock = new();
    private readonly PriorityQueue<Signal, (DateTimeOffset Due, long Order)> _entries = new();
    private readonly TimeProvider _host;
    private readonly ITimer _timer;
    private DateTimeOffset _armed = DateTimeOffset.MaxValue;
    private long _order;
    private int _cancelled;

    public TimerQueue(TimeProvider host, Action elapsed)
    {
        _host = host;
        _timer = host.CreateTimer(
            static action => ((Action)action!)(),
            elapsed,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
    }

    /// <summary>A timer accepts at most 49 days; a longer wait fires early, finds nothing due and is set again.</summary>
    private static TimeSpan MaxDelay { get; } = TimeSpan.FromDays(49);

    /// <summary>When the next wait ends, or null when nothing waits.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_lock)
            {
                DropCancelled();
                return _entries.TryPeek(out _, out var priority) ? priority.Due : null;
            }
        }
    }

    public void Add(Signal entry, DateTimeOffset due)
    {
        lock (_lock)
        {
            _entries.Enqueue(entry, (due, _order++));
            Arm();
        }
    }

    /// <summary>Takes the waits that end first if they are due; otherwise sets the timer for them.</summary>
    public (DateTimeOffset Due, List<Signal> Entries)? TakeDue()
    {
        lock (_lock)
        {
            DropCancelled();
            if (!_entries.TryPeek(out _, out var first) || first.Due > _host.GetUtcNow())
            {
                _armed = DateTimeOffset.MaxValue;
                Arm();
                return null;
            }

            var due = new List<Signal>();
            while (_entries.TryPeek(out var entry, out var priority) && priority.Due == first.Due)
            {
                _entries.Dequeue();
                due.Add(entry);
            }

            return (first.Due, due);
        }
    }

    /// <summary>Cancels a wait. Cancelled waits far in the future are removed when they become the majority.</summary>
    public void Cancel(Signal entry)
    {
        entry.Cancel();
        lock (_lock)
        {
            if (++_cancelled < SweepFrom || _cancelled < _entries.Count / 2)
            {
                return;
            }

            var live = _entries.UnorderedItems.Where(static item => !item.Element.IsCancelled).ToList();
            _entries.Clear();
            _entries.EnqueueRange(live);
            _cancelled = 0;
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Arm()
    {
        DropCancelled();
        if (!_entries.TryPeek(out _, out var priority) || priority.Due >= _armed)
        {
            return;
        }

        _armed = priority.Due;
        var delay = _armed - _host.GetUtcNow();
        _timer.Change(
            delay < TimeSpan.Zero ? TimeSpan.Zero
                : delay > MaxDelay ? MaxDelay
                : delay,
            Timeout.InfiniteTimeSpan
        );
    }

    private void DropCancelled()
    {
        while (_entries.TryPeek(out var entry, out _) && entry.IsCancelled)
        {
            _entries.Dequeue();
        }
    }
}
