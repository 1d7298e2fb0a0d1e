namespace Cxf.StatesLanguage.Time;

/// <summary>
/// All waits of the engine on one timer. Waits that end at the same instant end in the order in which they began,
/// which one timer per wait would leave to the clock.
/// </summary>
internal sealed class TimerQueue : IDisposable
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<Signal, (DateTimeOffset Due, long Order)> entries = new();
    private readonly TimeProvider time;
    private readonly Action<List<Signal>> fire;
    private readonly ITimer timer;
    private DateTimeOffset armed = DateTimeOffset.MaxValue;
    private long order;
    private int cancelled;

    public TimerQueue(TimeProvider time, Action<List<Signal>> fire)
    {
        this.time = time;
        this.fire = fire;
        timer = time.CreateTimer(static queue => ((TimerQueue)queue!).FireDue(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>When the next wait ends, or null when nothing waits.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (gate)
            {
                DropCancelled();
                return entries.TryPeek(out _, out var priority) ? priority.Due : null;
            }
        }
    }

    public void Add(Signal entry, DateTimeOffset due)
    {
        lock (gate)
        {
            entries.Enqueue(entry, (due, order++));
            Arm();
        }
    }

    /// <summary>Takes a wait back. Those that would end far in the future are swept out when they become the majority.</summary>
    public void Cancel(Signal entry)
    {
        entry.Cancel();
        lock (gate)
        {
            if (++cancelled < SweepFrom || cancelled < entries.Count / 2)
            {
                return;
            }

            var live = entries.UnorderedItems.Where(static item => !item.Element.IsCancelled).ToList();
            entries.Clear();
            entries.EnqueueRange(live);
            cancelled = 0;
        }
    }

    public void Dispose() => timer.Dispose();

    private void FireDue()
    {
        var due = new List<Signal>();
        lock (gate)
        {
            var now = time.GetUtcNow();
            armed = DateTimeOffset.MaxValue;
            while (entries.TryPeek(out var entry, out var priority) && (priority.Due <= now || entry.IsCancelled))
            {
                entries.Dequeue();
                if (!entry.IsCancelled)
                {
                    due.Add(entry);
                }
            }

            Arm();
        }

        fire(due);
    }

    private void Arm()
    {
        DropCancelled();
        if (!entries.TryPeek(out _, out var priority) || priority.Due >= armed)
        {
            return;
        }

        armed = priority.Due;
        var delay = armed - time.GetUtcNow();

        // A timer takes at most some 49 days; it fires early then, finds nothing due and is armed again.
        timer.Change(delay < TimeSpan.Zero ? TimeSpan.Zero : delay > MaxDelay ? MaxDelay : delay, Timeout.InfiniteTimeSpan);
    }

    private void DropCancelled()
    {
        while (entries.TryPeek(out var entry, out _) && entry.IsCancelled)
        {
            entries.Dequeue();
        }
    }

    private const int SweepFrom = 256;

    private static TimeSpan MaxDelay { get; } = TimeSpan.FromDays(49);
}
