namespace Cxf.StatesLanguage.Time;

/// <summary>
/// Runs the strands that have work, first come first served, on a bounded number of threads.
/// With no threads of its own it works on the thread that starts an execution or moves the clock: under virtual time the
/// clock then cannot move on under a step that is still running, and equal inputs give equal histories.
/// </summary>
internal sealed class Scheduler : IDisposable
{
    private readonly Lock gate = new();
    private readonly Queue<Strand> ready = new();
    private readonly TimerQueue timers;
    private readonly TimeProvider time;
    private readonly int maxThreads;
    private int runningThreads;
    private bool draining;

    public Scheduler(TimeProvider time, int maxThreads)
    {
        this.time = time;
        this.maxThreads = maxThreads;
        timers = new TimerQueue(time, Fire);
    }

    /// <summary>When the next wait ends, or null when nothing waits.</summary>
    public DateTimeOffset? NextDue => timers.NextDue;

    public void Enqueue(Strand strand)
    {
        lock (gate)
        {
            ready.Enqueue(strand);
            if (maxThreads > 0)
            {
                if (runningThreads == maxThreads)
                {
                    return;
                }

                runningThreads++;
                ThreadPool.UnsafeQueueUserWorkItem(static scheduler => scheduler.RunReady(), this, preferLocal: false);
                return;
            }

            if (draining)
            {
                return;
            }

            draining = true;
        }

        RunReady();
    }

    /// <summary>Waits until a time. Cancelled, the task ends as cancelled.</summary>
    public async ValueTask WaitUntil(DateTimeOffset due, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (due <= time.GetUtcNow())
        {
            return;
        }

        var entry = new Signal();
        await using var registration = cancellationToken.UnsafeRegister(_ => timers.Cancel(entry), null);
        timers.Add(entry, due);
        await entry.Done;
    }

    /// <summary>Calls back at a time, unless the entry is cancelled before.</summary>
    public void Add(Signal entry, DateTimeOffset due) => timers.Add(entry, due);

    /// <summary>Takes a callback back.</summary>
    public void Cancel(Signal entry) => timers.Cancel(entry);

    public void Dispose() => timers.Dispose();

    private void Fire(List<Signal> due)
    {
        if (maxThreads > 0)
        {
            due.ForEach(static entry => entry.Fire());
            return;
        }

        // All that is due is posted before any of it runs, so that a step of one execution cannot overtake another's wait.
        bool drain;
        lock (gate)
        {
            drain = !draining;
            draining = true;
        }

        due.ForEach(static entry => entry.Fire());
        if (drain)
        {
            RunReady();
        }
    }

    private void RunReady()
    {
        while (true)
        {
            Strand? strand;
            lock (gate)
            {
                if (!ready.TryDequeue(out strand))
                {
                    draining = false;
                    runningThreads = Math.Max(0, runningThreads - 1);
                    return;
                }
            }

            if (strand.RunTurn())
            {
                lock (gate)
                {
                    ready.Enqueue(strand);
                }
            }
        }
    }
}
