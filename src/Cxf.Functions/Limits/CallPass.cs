using Cxf.ApiCalls.Outcomes;
using Cxf.Functions.Observability;
using Microsoft.Extensions.Logging;

namespace Cxf.Functions.Limits;

/// <summary>What the gate decided about one call, and what the end of the call has to give back and to count.</summary>
public sealed class CallPass
{
    // The state of the step ends at least a second after the call's own timeout; a lease that is not given back in time
    // expires.
    private static readonly TimeSpan LeaveTime = TimeSpan.FromMilliseconds(500);

    private readonly LimitTable _table;
    private readonly ILogger _logger;

    internal CallPass(
        LimitTable table,
        LimitRecordKey key,
        KnownRecord known,
        LeaseTaking? leases,
        Circuit? circuit,
        CallTime time,
        ILogger logger
    )
    {
        _table = table;
        _logger = logger;
        (Key, Known, Leases, Circuit, Time) = (key, known, leases, circuit, time);
    }

    private CallPass() => (_table, _logger, Key, Known, Time, IsUnlimited) = (null!, null!, null!, null!, null!, true);

    /// <summary>The pass of a call without limits and circuit breaker.</summary>
    internal static CallPass Unlimited { get; } = new();

    /// <summary>Why the call must not be made; null if it may.</summary>
    public FailureReason? Refusal { get; internal set; }

    /// <summary>How long the call waited for its limits; zero if they had room.</summary>
    public TimeSpan Waited { get; private set; }

    /// <summary>Whether the call opened the circuit breaker. Set by <see cref="LeaveAsync"/>.</summary>
    public bool OpenedCircuit { get; private set; }

    internal LimitRecordKey Key { get; }

    internal KnownRecord Known { get; }

    internal LeaseTaking? Leases { get; }

    internal Circuit? Circuit { get; }

    internal CallTime Time { get; }

    /// <summary>Whether the call holds leases.</summary>
    internal bool HasLeases { get; set; }

    /// <summary>
    /// The time until which the circuit breaker that this call probes was open; null for a call that does not probe.
    /// </summary>
    internal long? ProbeOf { get; set; }

    /// <summary>Whether the call has neither limits nor a circuit breaker.</summary>
    internal bool IsUnlimited { get; }

    /// <summary>Ends the call. It never fails, and takes half a second at most.</summary>
    /// <param name="outcome">How the call ended; null if it was given up.</param>
    public ValueTask LeaveAsync(ApiCallOutcome? outcome) => IsUnlimited ? default : EndAsync(outcome);

    /// <summary>Notes how long the call waited.</summary>
    internal void EndWait() => Waited = Leases?.HadToWait == true ? Time.Elapsed : TimeSpan.Zero;

    private async ValueTask EndAsync(ApiCallOutcome? outcome)
    {
        using var limit = Time.Limit(LeaveTime);
        try
        {
            var failed = outcome is null ? null : PlatformFailed(outcome);
            await GiveBackAndCountAsync(failed, limit.Token);
            if (ProbeOf is { } open)
            {
                await EndProbeAsync(Circuit!, open, failed, limit.Token);
            }
            else if (Circuit is { } circuit && failed == true)
            {
                await OpenAsync(circuit, limit.Token);
            }
        }
        catch (Exception exception)
        {
            // A lease expires on its own, a probe as well, and counts are not exact.
            var (type, code, request) = FailureFacts.Of(exception);
            _logger.LimitsNotReturned(Key.Partition, Key.Sort, type, code, request);
        }
    }

    // A call that waited for most of its time and then ran out of it was cut short here, not by the third party.
    private bool? PlatformFailed(ApiCallOutcome outcome) =>
        outcome.Failure is { } failure
            ? failure.Reason == FailureReason.StepTimedOut && Waited > Time.Total / 2
                ? null
                : failure.PlatformFailed
            : false;

    private async ValueTask GiveBackAndCountAsync(bool? failed, CancellationToken cancellationToken)
    {
        var update = new RecordUpdate();
        if (Leases is { IsScarce: true } leases && HasLeases)
        {
            leases.GiveBack(update);
        }
        else
        {
            LeaveLeaseToTheNextCall();
        }

        if (Circuit is { } circuit && failed is { } isFailure && ProbeOf is null)
        {
            circuit.Count(isFailure, Time.Now);
            if (
                isFailure
                || (Known.Record is { } record && circuit.MightOpen(record, Time.Now))
                || (!update.IsEmpty && circuit.HasNews(Time.Now))
            )
            {
                circuit.WriteCounts(update, Time.Now);
                LeaseTaking.Keep(update, Time.Now);
            }
        }

        if (!update.IsEmpty)
        {
            Known.Set((await _table.UpdateAsync(Key, update, cancellationToken)).Record);
        }
    }

    private async ValueTask OpenAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var now = Time.Now;
        if (Known.Record is not { } record || !circuit.MustOpen(record, now))
        {
            return;
        }

        var (calls, failed) = circuit.Counts(record, now);
        var (isDone, current) = await _table.UpdateAsync(Key, circuit.Open(now), cancellationToken);
        Known.Set(current);
        if (isDone)
        {
            OpenedCircuit = true;
            _logger.CircuitOpened(circuit.Connection.Tenant.Value, circuit.Connection.Id.Value, failed, calls);
        }
    }

    private async ValueTask EndProbeAsync(Circuit circuit, long open, bool? failed, CancellationToken cancellationToken)
    {
        var (isDone, record) = await _table.UpdateAsync(Key, circuit.EndProbe(open, failed, Time.Now), cancellationToken);
        Known.Set(record);
        if (isDone && failed is { } isFailure)
        {
            _logger.CircuitProbed(circuit.Connection.Tenant.Value, circuit.Connection.Id.Value, isFailure ? "open" : "closed");
        }
    }

    private void LeaveLeaseToTheNextCall()
    {
        if (HasLeases)
        {
            Leases!.LeaveIdle();
            HasLeases = false;
        }
    }
}
