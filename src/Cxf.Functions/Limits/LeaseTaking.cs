using Cxf.ApiCalls.Outcomes;

namespace Cxf.Functions.Limits;

/// <summary>
/// How one call gets its leases and starts: one request where there is room, and repeated requests within the call's own time
/// where there is not.
/// </summary>
internal sealed class LeaseTaking(
    LimitTable table,
    LimitRecordKey key,
    KnownRecord known,
    IReadOnlyList<LimitScope> scopes,
    CallTime time,
    string lease
)
{
    /// <summary>How long a record is kept after its last use.</summary>
    private const long KeptMs = 86_400_000;

    private const int MaxDelayMs = 1000;
    private const int MinDelayMs = 50;

    // A process that has just started does not know which leases are over; its first refusal tells. Others may be faster.
    private const int QuickTries = 3;

    // Starts are counted in windows of a second at most; nobody writes one that is over by every clock.
    private const long StartsKeptMs = 1000 + LimitRecord.ClockToleranceMs;

    private readonly IReadOnlyList<(LimitScope Scope, int Max)> _concurrent =
    [
        .. scopes
            .Where(scope => scope.Limits.MaxConcurrent is not null)
            .Select(scope => (scope, scope.Limits.MaxConcurrent!.Value)),
    ];

    private bool _isRegistered;
    private int _quickTries;

    /// <summary>When the leases end: the call's deadline.</summary>
    public long Until { get; private set; }

    /// <summary>Whether the call has leases, and not only starts that are counted.</summary>
    public bool HasLeases => _concurrent.Count > 0;

    /// <summary>
    /// Whether an ended call has to give its leases back with a request of its own: other calls wait, or more than half of the
    /// leases are taken. Otherwise they are left to the next call of this process.
    /// </summary>
    public bool IsScarce { get; private set; }

    /// <summary>Whether the call found no room at first.</summary>
    public bool HadToWait { get; private set; }

    /// <summary>
    /// The time until which the circuit breaker that this call probes was open; null for a call that does not probe.
    /// </summary>
    public long? ProbeOf { get; private set; }

    /// <summary>Waits for leases and a start, unless the circuit breaker is or becomes open.</summary>
    /// <param name="circuit">
    /// The circuit breaker, or null. The same request asks for the leases, makes sure that it is not open, and writes its counts.
    /// </param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Null when the call may be made; otherwise why not.</returns>
    public async ValueTask<FailureReason?> TakeAsync(Circuit? circuit, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var now = time.Now;
            var start = known.Record?.FirstStart(scopes, now) ?? now;
            if (start - now > time.LeftToWaitMs)
            {
                await StopWaitingAsync(cancellationToken);

                // Without time for a call, the limits are not the reason.
                return start > now || HadToWait ? FailureReason.LimitReached : FailureReason.DeadlinePassed;
            }

            Until = now + time.LeftMs;
            var idle = HasLeases ? known.TakeIdle(now) : null;
            var update = Take(now, start, idle?.Lease);
            var probe = circuit?.RequireRoom(update, Until, now);
            var pending = circuit?.WriteCounts(update, now) ?? default;
            var isThrottled = false;
            try
            {
                if (await SendAsync(update, LimitRecord.InFlight, cancellationToken))
                {
                    ProbeOf = probe;
                    HadToWait |= start > now;
                    await time.DelayAsync(start - time.Now, cancellationToken);
                    return null;
                }
            }
            catch (Exception exception) when (DynamoDbThrottling.Is(exception))
            {
                // The record is written too often; like any other limit, it is waited for.
                isThrottled = true;
            }

            circuit?.TakeBack(pending);
            if (idle is { } unused)
            {
                known.AddIdle(unused.Lease, unused.Until);
            }

            if (!isThrottled && circuit?.Stops(known.Record!, time.Now) == true)
            {
                await StopWaitingAsync(cancellationToken);
                return FailureReason.CircuitOpen;
            }

            HadToWait = true;
            if (isThrottled)
            {
                await time.DelayAsync(BackOff(tries), cancellationToken);
            }
            else if (await WaitAsync(idle?.Lease, tries, cancellationToken) is { } failure)
            {
                return failure;
            }
        }
    }

    /// <summary>Gives the leases back.</summary>
    public void GiveBack(RecordUpdate update)
    {
        foreach (var (scope, _) in _concurrent)
        {
            update.RemoveLease(LimitRecord.InFlight(scope), lease);
        }
    }

    /// <summary>Leaves the leases, which end at <see cref="Until"/>, to the next call of this process.</summary>
    public void LeaveIdle() => known.AddIdle(lease, Until);

    /// <summary>Keeps a record for a day from now.</summary>
    public static void Keep(RecordUpdate update, long now) => update.Set(LimitRecord.ExpiresAt, (now + KeptMs) / 1000);

    private async ValueTask<FailureReason?> WaitAsync(string? idle, int tries, CancellationToken cancellationToken)
    {
        var record = known.Record!;
        var now = time.Now;
        if (_concurrent.Any(limit => record.Count(LimitRecord.InFlight(limit.Scope)) > limit.Max && Dead(limit.Scope).Any()))
        {
            // The limit was lowered: leases that are over leave no room until somebody removes them.
            await RemoveDeadAsync(cancellationToken);
            return null;
        }

        var hasRoom = _concurrent.All(limit =>
        {
            var map = LimitRecord.InFlight(limit.Scope);
            return record.Live(map, now) - (idle is not null && record.Has(map, idle) ? 1 : 0) < limit.Max;
        });
        _quickTries = hasRoom ? _quickTries + 1 : 0;
        if (hasRoom && _quickTries <= QuickTries)
        {
            return null;
        }

        if (!hasRoom && !_isRegistered && !(_isRegistered = await RegisterAsync(cancellationToken)))
        {
            return FailureReason.LimitReached;
        }

        if (time.LeftToWaitMs <= 0)
        {
            return FailureReason.LimitReached;
        }

        var nextEnd = _concurrent.Select(limit => record.NextEnd(LimitRecord.InFlight(limit.Scope))).Min() - now + 1;
        var delay = Math.Max(MinDelayMs, Math.Min(BackOff(tries), nextEnd ?? MaxDelayMs));
        await time.DelayAsync(Math.Min(delay, time.LeftToWaitMs), cancellationToken);
        return null;
    }

    /// <summary>
    /// Counts the call among those that wait. As many may wait as may be in flight, because a waiting call occupies an
    /// instance of the function as well.
    /// </summary>
    private async ValueTask<bool> RegisterAsync(CancellationToken cancellationToken)
    {
        // The record of the refusal shows which leases of waiting calls are over. A second try follows what others did since
        // then.
        for (var tries = 0; tries < 2; tries++)
        {
            var now = time.Now;
            if (_concurrent.Any(limit => known.Record!.Live(LimitRecord.Waiting(limit.Scope), now) >= limit.Max))
            {
                return false;
            }

            var update = new RecordUpdate();
            foreach (var (scope, max) in _concurrent)
            {
                Place(update, LimitRecord.Waiting(scope), max, now + time.LeftMs, null, now);
            }

            Keep(update, now);
            if (await SendAsync(update, LimitRecord.Waiting, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Leaves the calls that wait before its time is over, so that others may wait.</summary>
    private async ValueTask StopWaitingAsync(CancellationToken cancellationToken)
    {
        if (!_isRegistered)
        {
            return;
        }

        var update = new RecordUpdate();
        foreach (var (scope, _) in _concurrent)
        {
            update.RemoveLease(LimitRecord.Waiting(scope), lease);
        }

        try
        {
            known.Set((await table.UpdateAsync(key, update, cancellationToken)).Record);
        }
        catch (Exception)
        {
            // It counts as waiting until its time is over.
        }
    }

    private RecordUpdate Take(long now, long start, string? idle)
    {
        var update = new RecordUpdate();
        foreach (var (scope, max) in _concurrent)
        {
            Place(update, LimitRecord.InFlight(scope), max, Until, idle, now);
            if (_isRegistered)
            {
                update.RemoveLease(LimitRecord.Waiting(scope), lease);
            }
        }

        foreach (var scope in scopes.Where(scope => scope.WindowMs > 0))
        {
            var starts = LimitRecord.Starts(scope, LimitRecord.WindowAt(scope.WindowMs, start));
            update.Add(starts, 1);
            update.RequireBelow(starts, scope.WindowQuota);
        }

        if (known.Record is { } record)
        {
            RemoveOld(update, record, now);
        }

        Keep(update, now);
        return update;
    }

    /// <summary>
    /// Removes starts that are over, and what connections left that no longer exist or have no limits: otherwise the record of a
    /// tenant, which never expires while it is used, would only grow.
    /// </summary>
    private void RemoveOld(RecordUpdate update, LimitRecord record, long now)
    {
        foreach (var old in record.OldCounters(["starts"], null, now - StartsKeptMs))
        {
            update.Remove(old);
        }

        foreach (var old in record.OldCounters(["calls", "failed"], null, now - Circuit.LongestKeptMs))
        {
            update.Remove(old);
        }

        var own = _concurrent.SelectMany(limit => new[] { LimitRecord.InFlight(limit.Scope), LimitRecord.Waiting(limit.Scope) });
        foreach (var (map, dead) in record.DeadOfOthers(own, now))
        {
            update.RemoveLease(map, dead);
        }
    }

    private void Place(RecordUpdate update, string map, int max, long until, string? idle, long now)
    {
        if (known.Record is { } record && !record.HasMap(map))
        {
            update.AddMap(map, lease, until);
            return;
        }

        var dead = known.Record?.Dead(map, now).Take(LimitRecord.MaxRemoved) ?? [];
        var isIdleThere = idle is not null && known.Record?.Has(map, idle) == true;
        update.AddLease(map, lease, until, max, isIdleThere ? [idle!, .. dead.Where(one => one != idle)] : [.. dead]);
    }

    private async ValueTask RemoveDeadAsync(CancellationToken cancellationToken)
    {
        var update = new RecordUpdate();
        foreach (var (scope, _) in _concurrent)
        {
            foreach (var dead in Dead(scope).Take(LimitRecord.MaxRemoved))
            {
                update.RemoveLease(LimitRecord.InFlight(scope), dead);
            }
        }

        known.Set((await table.UpdateAsync(key, update, cancellationToken)).Record);
    }

    private IEnumerable<string> Dead(LimitScope scope) => known.Record!.Dead(LimitRecord.InFlight(scope), time.Now);

    /// <summary>
    /// Sends an update that adds leases; one that was executed twice failed the second time, but its leases are there.
    /// </summary>
    private async ValueTask<bool> SendAsync(
        RecordUpdate update,
        Func<LimitScope, string> map,
        CancellationToken cancellationToken
    )
    {
        var (isDone, record) = await table.UpdateAsync(key, update, cancellationToken);
        known.Set(record);
        var now = time.Now;
        IsScarce = _concurrent.Any(limit =>
            (record.Live(LimitRecord.InFlight(limit.Scope), now) * 2) > limit.Max
            || record.Live(LimitRecord.Waiting(limit.Scope), now) > 0
        );
        return isDone || (HasLeases && _concurrent.All(limit => record.Has(map(limit.Scope), lease)));
    }

    private long BackOff(int tries) =>
        (long)(Math.Min(MaxDelayMs, MinDelayMs << Math.Min(tries, 5)) * (0.5 + (time.Random.NextDouble() / 2)));
}
