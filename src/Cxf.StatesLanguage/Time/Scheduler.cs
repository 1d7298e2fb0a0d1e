namespace Cxf.StatesLanguage.Time;

/// <summary>
/// Runs the strands that have work, first come first served, on a bounded number of threads. With no threads of its own it works
/// on the thread that starts an execution or moves the clock: under virtual time the clock then cannot advance while a step is
/// running, and equal inputs produce equal histories.
/// </summary>
internal sealed class Scheduler : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Queue<Strand> _ready = new();
    private readonly TimerQueue _timers;
    private readonly int _maxThreads;
    private int _runningThreads;
    private bool _working;
    private bool _timerElapsed;

    public Scheduler(TimeProvider host, int maxThreads)
    {
        Clock = new EngineClock(host);
        _maxThreads = maxThreads;
        _timers = new TimerQueue(host, OnTimer);
    }

    /// <summary>The clock of all strands.</summary>
    public EngineClock Clock { get; }

    /// <summary>When the next wait ends, or null when nothing waits.</summary>
    public DateTimeOffset? NextDue => _timers.NextDue;

    public void Enqueue(Strand strand)
    {
        lock (_lock)
        {
            _ready.Enqueue(strand);
            if (_maxThreads > 0)
            {
                if (_runningThreads < _maxThreads)
                {
                    _runningThreads++;
                    ThreadPool.UnsafeQueueUserWorkItem(static scheduler => scheduler.RunOnPool(), this, preferLocal: false);
                }

                return;
            }
        }

        WorkHere();
    }

    /// <summary>Waits until a time. Cancelled, the task ends as cancelled.</summary>
    public async ValueTask WaitUntil(DateTimeOffset due, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (due <= Clock.GetUtcNow())
        {
            return;
        }

        var entry = new Signal();
        await using var registration = cancellationToken.UnsafeRegister(_ => _timers.Cancel(entry), null);
        _timers.Add(entry, due);
        await entry.Done;
    }

    /// <summary>Waits until all other work of this moment is done. Cancelled, the task ends as cancelled.</summary>
    public async ValueTask WaitForOthers(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var entry = new Signal();
        await using var registration = cancellationToken.UnsafeRegister(_ => _timers.Cancel(entry), null);
        _timers.Add(entry, Clock.GetUtcNow());
        await entry.Done;
    }

    /// <summary>Fires a signal at a time, unless it is cancelled before.</summary>
    public void Add(Signal entry, DateTimeOffset due) => _timers.Add(entry, due);

    /// <summary>Removes a signal.</summary>
    public void Cancel(Signal entry) => _timers.Cancel(entry);

    public void Dispose() => _timers.Dispose();

    private void OnTimer()
    {
        if (_maxThreads > 0)
        {
            while (_timers.TakeDue() is { } due)
            {
                due.Entries.ForEach(static entry => entry.Fire());
            }

            return;
        }

        lock (_lock)
        {
            _timerElapsed = true;
        }

        WorkHere();
    }

    private void RunOnPool()
    {
        while (true)
        {
            Strand? strand;
            lock (_lock)
            {
                if (!_ready.TryDequeue(out strand))
                {
                    _runningThreads--;
                    return;
                }
            }

            RunSlice(strand);
        }
    }

    /// <summary>Runs all work on this thread, unless another thread, or this one further up the stack, already does.</summary>
    private void WorkHere()
    {
        lock (_lock)
        {
            if (_working)
            {
                return;
            }

            _working = true;
        }

        while (true)
        {
            Strand? strand;
            lock (_lock)
            {
                if (!_ready.TryDequeue(out strand) && !_timerElapsed)
                {
                    _working = false;
                    Clock.Release();
                    return;
                }
            }

            if (strand is not null)
            {
                RunSlice(strand);
            }
            else
            {
                FireNext();
            }
        }
    }

    private void FireNext()
    {
        lock (_lock)
        {
            _timerElapsed = false;
        }

        if (_timers.TakeDue() is not { } due)
        {
            return;
        }

        lock (_lock)
        {
            _timerElapsed = true;
        }

        Clock.HoldAt(due.Due);
        due.Entries.ForEach(static entry => entry.Fire());
    }

    private void RunSlice(Strand strand)
    {
        if (strand.RunSlice())
        {
            lock (_lock)
            {
                _ready.Enqueue(strand);
            }
        }
    }
}
