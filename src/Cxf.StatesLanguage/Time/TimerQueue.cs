namespace Cxf.StatesLanguage.Time;

/// <summary>
/// All waits of the engine on one timer. Waits that end at the same instant end in the order in which they began,
/// which one timer per wait would leave to the clock.
/// </summary>
internal sealed class TimerQueue : IDisposable
{
    private const int SweepFrom = 256;

    private readonly Lock gate = new();
    private readonly PriorityQueue<Signal, (DateTimeOffset Due, long Order)> entries = new();
    private readonly TimeProvider host;
    private readonly ITimer timer;
    private DateTimeOffset armed = DateTimeOffset.MaxValue;
    private long order;
    private int cancelled;

    public TimerQueue(TimeProvider host, Action elapsed)
    {
        this.host = host;
        timer = host.CreateTimer(
            static action => ((Action)action!)(), elapsed, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>A timer takes at most some 49 days; a longer wait fires early, finds nothing due and is armed again.</summary>
    private static TimeSpan MaxDelay { get; } = TimeSpan.FromDays(49);

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

    /// <summary>Takes the waits that end first, if their time has come; else sets the timer for them.</summary>
    public (DateTimeOffset Due, List<Signal> Entries)? TakeDue()
    {
        lock (gate)
        {
            DropCancelled();
            if (!entries.TryPeek(out _, out var first) || first.Due > host.GetUtcNow())
            {
                armed = DateTimeOffset.MaxValue;
                Arm();
                return null;
            }

            var due = new List<Signal>();
            while (entries.TryPeek(out var entry, out var priority) && priority.Due == first.Due)
            {
                entries.Dequeue();
                due.Add(entry);
            }

            return (first.Due, due);
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

    private void Arm()
    {
        DropCancelled();
        if (!entries.TryPeek(out _, out var priority) || priority.Due >= armed)
        {
            return;
        }

        armed = priority.Due;
        var delay = armed - host.GetUtcNow();
        timer.Change(delay < TimeSpan.Zero ? TimeSpan.Zero : delay > MaxDelay ? MaxDelay : delay, Timeout.InfiniteTimeSpan);
    }

    private void DropCancelled()
    {
        while (entries.TryPeek(out var entry, out _) && entry.IsCancelled)
        {
            entries.Dequeue();
        }
    }
}
