namespace Cxf.Functions.Limits;

/// <summary>
/// What this process knows about a record: its last state, and leases that ended calls left for the next ones. Safe to use
/// from many calls at a time.
/// </summary>
internal sealed class KnownRecord(TimeProvider timeProvider)
{
    private readonly Lock _lock = new();
    private readonly List<(string Lease, long Until)> _idle = [];
    private readonly Dictionary<string, PendingCalls> _pending = [];
    private LimitRecord? _record;
    private long _readAt;
    private long? _failedAt;

    /// <summary>The record as it was last read; null if it never was.</summary>
    public LimitRecord? Record => Volatile.Read(ref _record);

    /// <summary>Whether the record was read, or could not be read, within a time.</summary>
    /// <param name="age">The age up to which the record counts.</param>
    /// <param name="pause">How long a failure to read counts.</param>
    public bool IsFresh(TimeSpan age, TimeSpan pause)
    {
        lock (_lock)
        {
            return (_record is not null && timeProvider.GetElapsedTime(_readAt) < age)
                || (_failedAt is { } failed && timeProvider.GetElapsedTime(failed) < pause);
        }
    }

    public void Set(LimitRecord record)
    {
        lock (_lock)
        {
            _record = record;
            _readAt = timeProvider.GetTimestamp();
            _failedAt = null;
        }
    }

    /// <summary>Notes that the record could not be read.</summary>
    public void SetFailed()
    {
        lock (_lock)
        {
            _failedAt = timeProvider.GetTimestamp();
        }
    }

    /// <summary>Leaves a lease, which no call uses any more, to the next call.</summary>
    public void AddIdle(string lease, long until)
    {
        lock (_lock)
        {
            _idle.Add((lease, until));
        }
    }

    /// <summary>Takes the lease of an ended call, which then no other call can replace; null without such a lease.</summary>
    public (string Lease, long Until)? TakeIdle(long now)
    {
        lock (_lock)
        {
            _idle.RemoveAll(idle => LimitRecord.IsOver(idle.Until, now));
            if (_idle.Count == 0)
            {
                return null;
            }

            var taken = _idle[^1];
            _idle.RemoveAt(_idle.Count - 1);
            return taken;
        }
    }

    /// <summary>
    /// Counts calls of a connection that the record does not contain yet; those of an earlier window are forgotten.
    /// </summary>
    public void Add(string connection, PendingCalls calls)
    {
        lock (_lock)
        {
            var pending = _pending.GetValueOrDefault(connection);
            if (calls.Calls > 0 && calls.Window >= pending.Window)
            {
                _pending[connection] =
                    pending.Window == calls.Window
                        ? calls with
                        {
                            Calls = calls.Calls + pending.Calls,
                            Failed = calls.Failed + pending.Failed,
                        }
                        : calls;
            }
        }
    }

    /// <summary>Whether calls of a connection were counted that the record does not contain.</summary>
    public bool HasPending(string connection)
    {
        lock (_lock)
        {
            return _pending.ContainsKey(connection);
        }
    }

    /// <summary>Whether some of these failed.</summary>
    public bool HasFailures(string connection)
    {
        lock (_lock)
        {
            return _pending.GetValueOrDefault(connection).Failed > 0;
        }
    }

    /// <summary>Takes the counted calls of a window, to write them to the record.</summary>
    public PendingCalls TakePending(string connection, long window)
    {
        lock (_lock)
        {
            return _pending.Remove(connection, out var pending) && pending.Window == window ? pending : default;
        }
    }
}

/// <summary>Calls of one window of a circuit breaker.</summary>
/// <param name="Window">The begin of the window.</param>
/// <param name="Calls">All calls.</param>
/// <param name="Failed">Those that failed because of the third party.</param>
internal readonly record struct PendingCalls(long Window, int Calls, int Failed);
