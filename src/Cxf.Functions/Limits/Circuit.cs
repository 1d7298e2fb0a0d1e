using Cxf.ApiCalls.Connections;

namespace Cxf.Functions.Limits;

/// <summary>
/// The circuit breaker of one connection on its record. It is closed (calls are made), open (calls fail at once until a time),
/// or half-open (that time is over, and one call at a time probes the third party).
/// </summary>
internal sealed class Circuit(ApiConnection connection, CircuitBreaker breaker, KnownRecord known)
{
    /// <summary>How long a window of any circuit breaker counts.</summary>
    public const long LongestKeptMs = 2L * CircuitBreaker.MaxSeconds * 1000;

    private readonly string _name = connection.Id.Value;

    // Two windows are counted: the current one and the one before. So the count covers half of the time at least.
    private readonly long _windowMs = (long)breaker.Window.TotalMilliseconds / 2;

    public ApiConnection Connection => connection;

    /// <summary>When an open circuit breaker lets a call probe; null while it is closed.</summary>
    public long? OpenUntil(LimitRecord record) => record.Number(LimitRecord.OpenUntil(_name));

    /// <summary>Whether no call may be made: it is open, or another call probes.</summary>
    public bool Stops(LimitRecord record, long now) =>
        OpenUntil(record) is { } open
        && (now < open || (record.Number(LimitRecord.ProbeUntil(_name)) is { } probe && !LimitRecord.IsOver(probe, now)));

    /// <summary>The calls of the last two windows.</summary>
    public (long Calls, long Failed) Counts(LimitRecord record, long now)
    {
        var current = LimitRecord.WindowAt(_windowMs, now);
        return (
            Sum(record, LimitRecord.Calls(_name, current), LimitRecord.Calls(_name, current - _windowMs)),
            Sum(record, LimitRecord.Failed(_name, current), LimitRecord.Failed(_name, current - _windowMs))
        );
    }

    /// <summary>Whether so many calls failed that it has to open.</summary>
    public bool MustOpen(LimitRecord record, long now)
    {
        var (calls, failed) = Counts(record, now);
        return OpenUntil(record) is null && calls >= breaker.MinCalls && failed * 100 >= breaker.FailurePercent * calls;
    }

    /// <summary>
    /// Whether it could open soon: half of the failures that it takes, and half of the share, are counted. Then successes must be
    /// written as soon as failures, or the share of failures would be too high.
    /// </summary>
    public bool MightOpen(LimitRecord record, long now)
    {
        var (calls, failed) = Counts(record, now);
        return OpenUntil(record) is null && failed * 200 >= breaker.FailurePercent * Math.Max(calls, breaker.MinCalls);
    }

    /// <summary>Counts a call in this process.</summary>
    public void Count(bool failed, long now) =>
        known.Add(_name, new PendingCalls(LimitRecord.WindowAt(_windowMs, now), 1, failed ? 1 : 0));

    /// <summary>
    /// Adds the calls that this process counted to an update of the record, and removes counts that are over.
    /// </summary>
    /// <returns>The calls that were added.</returns>
    public PendingCalls WriteCounts(RecordUpdate update, long now)
    {
        var window = LimitRecord.WindowAt(_windowMs, now);
        var pending = known.TakePending(_name, window);
        if (pending.Calls > 0)
        {
            update.Add(LimitRecord.Calls(_name, window), pending.Calls);
        }

        if (pending.Failed > 0)
        {
            update.Add(LimitRecord.Failed(_name, window), pending.Failed);
        }

        foreach (var old in known.Record?.OldCounters(["calls", "failed"], _name, window - (2 * _windowMs)) ?? [])
        {
            update.Remove(old);
        }

        return pending;
    }

    /// <summary>Counts calls again that could not be written.</summary>
    public void TakeBack(PendingCalls pending) => known.Add(_name, pending);

    /// <summary>Whether another process must hear of the calls that this one counted: some calls failed.</summary>
    public bool HasNews(long now) =>
        known.HasFailures(_name) || (known.Record is { } record && Counts(record, now).Failed > 0 && known.HasPending(_name));

    /// <summary>Opens it, unless it was opened by another process.</summary>
    public RecordUpdate Open(long now)
    {
        var update = new RecordUpdate();
        update.Set(LimitRecord.OpenUntil(_name), now + OpenMs);
        update.RequireAbsent(LimitRecord.OpenUntil(_name));
        return update;
    }

    /// <summary>
    /// Lets a call be made while it is closed, or one call probe when the time is over for which it was open.
    /// </summary>
    /// <param name="update">The update that the call sends anyway; it fails where the call must not be made.</param>
    /// <param name="until">When the call ends at the latest.</param>
    /// <param name="now">The time.</param>
    /// <returns>When it was open until, for a call that probes; otherwise null.</returns>
    public long? RequireRoom(RecordUpdate update, long until, long now)
    {
        if (known.Record is { } record && OpenUntil(record) is { } open && now >= open)
        {
            Probe(update, open, until, now);
            return open;
        }

        update.RequireAbsent(LimitRecord.OpenUntil(_name));
        return null;
    }

    /// <summary>Lets one call probe.</summary>
    /// <param name="update">The update.</param>
    /// <param name="open">When it was open until, as read.</param>
    /// <param name="until">When the call ends at the latest.</param>
    /// <param name="now">The time.</param>
    public void Probe(RecordUpdate update, long open, long until, long now)
    {
        update.Set(LimitRecord.ProbeUntil(_name), until);
        update.RequireEqual(LimitRecord.OpenUntil(_name), open);
        update.RequireBelow(LimitRecord.ProbeUntil(_name), now - LimitRecord.ClockToleranceMs);
    }

    /// <summary>Ends a probe: closes it, keeps it open, or leaves the probe to another call.</summary>
    /// <param name="open">When it was open until, as read.</param>
    /// <param name="failed">Whether the third party failed; null if the call tells nothing about it.</param>
    /// <param name="now">The time.</param>
    public RecordUpdate EndProbe(long open, bool? failed, long now)
    {
        var update = new RecordUpdate();
        update.RequireEqual(LimitRecord.OpenUntil(_name), open);
        update.Remove(LimitRecord.ProbeUntil(_name));
        if (failed == true)
        {
            update.Set(LimitRecord.OpenUntil(_name), now + OpenMs);
        }
        else if (failed == false)
        {
            update.Remove(LimitRecord.OpenUntil(_name));

            // The failures that opened it must not open it again.
            foreach (var counter in known.Record?.OldCounters(["calls", "failed"], _name, long.MaxValue) ?? [])
            {
                update.Remove(counter);
            }
        }

        return update;
    }

    private long OpenMs => (long)breaker.Open.TotalMilliseconds;

    private static long Sum(LimitRecord record, string one, string other) =>
        (record.Number(one) ?? 0) + (record.Number(other) ?? 0);
}
