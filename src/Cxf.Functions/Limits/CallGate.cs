using System.Collections.Concurrent;
using Amazon.DynamoDBv2;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outcomes;
using Cxf.Functions.Observability;
using Microsoft.Extensions.Logging;

namespace Cxf.Functions.Limits;

/// <summary>
/// Lets a call through when the limits of its connection and tenant have room and the connection's circuit breaker allows it.
/// All instances of CallApi share the limits through records in the table of runs. limits.md explains how, and what it costs.
/// </summary>
public sealed class CallGate
{
    // More than one process calls in five minutes; see ReadCache.
    private const int MaxRecords = 1000;

    // How old a record may be that says whether a circuit breaker is open.
    private static readonly TimeSpan CircuitAge = TimeSpan.FromSeconds(2);

    // A table that does not answer must not slow down calls to a third party that does.
    private const int CircuitPatienceShare = 4;
    private static readonly TimeSpan CircuitPatience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CircuitPause = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<LimitRecordKey, KnownRecord> _records = new();
    private readonly LimitTable _table;
    private readonly ILogger _logger;
    private readonly TimeProvider _timeProvider;
    private readonly Random _random;
    private readonly string _process;
    private long _calls;

    /// <summary>Creates the gate of one process.</summary>
    /// <param name="dynamoDb">DynamoDB.</param>
    /// <param name="table">The table of runs.</param>
    /// <param name="logger">Logs changes of circuit breakers, and failures of the table.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="random">Makes this process's name and varies its waits; default <see cref="Random.Shared"/>.</param>
    public CallGate(IAmazonDynamoDB dynamoDb, string table, ILogger logger, TimeProvider timeProvider, Random? random = null)
    {
        _table = new LimitTable(dynamoDb, table);
        _logger = logger;
        _timeProvider = timeProvider;
        _random = random ?? Random.Shared;
        _process = _random.NextInt64(1L << 48).ToString("x12");
    }

    /// <summary>
    /// Waits until the call may be made, within the call's own time. Without limits and circuit breaker it sends no request;
    /// without time neither, because the call will not be made.
    /// </summary>
    /// <param name="connection">The connection.</param>
    /// <param name="generation">The generation of its tenant.</param>
    /// <param name="timeLeft">The time for waits and the call.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public ValueTask<CallPass> EnterAsync(
        ApiConnection connection,
        int generation,
        TimeSpan timeLeft,
        CancellationToken cancellationToken
    ) =>
        connection is { Limits: null, TenantLimits: null, Breaker: null } || timeLeft <= TimeSpan.Zero
            ? new(CallPass.Unlimited)
            : EnterLimitedAsync(connection, generation, timeLeft, cancellationToken);

    private async ValueTask<CallPass> EnterLimitedAsync(
        ApiConnection connection,
        int generation,
        TimeSpan timeLeft,
        CancellationToken cancellationToken
    )
    {
        var time = new CallTime(_timeProvider, timeLeft, _random);
        var key = LimitRecordKey.Of(connection, generation);
        var known = Known(key);
        var scopes = LimitScope.Of(connection);
        var circuit = connection.Breaker is { } breaker ? new Circuit(connection, breaker, known) : null;
        var leases = scopes.Count == 0 ? null : new LeaseTaking(_table, key, known, scopes, time, NewLease());
        var pass = new CallPass(_table, key, known, leases, circuit, time, _logger);
        using var limit = new CancellationTokenSource(leases is null ? Patience(timeLeft) : timeLeft, _timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            pass.Refusal = await TryEnterAsync(pass, either.Token);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            if (leases is null)
            {
                known.SetFailed();
            }

            // A call that waited until its time was over is no failure of the table.
            if (exception is not OperationCanceledException || leases is not { HadToWait: true })
            {
                LogFailure(connection, exception);
            }

            pass.Refusal = Failure(leases);
        }

        pass.EndWait();

        return pass;
    }

    // How long a call without limits waits for the table. Most of its time stays for the call itself.
    private static TimeSpan Patience(TimeSpan timeLeft)
    {
        var share = timeLeft / CircuitPatienceShare;
        return share < CircuitPatience ? share : CircuitPatience;
    }

    // Without limits the call is made: a circuit breaker is for third parties that fail, not for a table that does.
    private static FailureReason? Failure(LeaseTaking? leases) =>
        leases is null ? null
        : leases.HadToWait ? FailureReason.LimitReached
        : FailureReason.LimitsUnavailable;

    private async ValueTask<FailureReason?> TryEnterAsync(CallPass pass, CancellationToken cancellationToken)
    {
        if (pass.Circuit is { } circuit)
        {
            // Nothing closes it before its time, so this needs no request however old the record is.
            if (pass.Known.Record is { } last && circuit.OpenUntil(last) > pass.Time.Now)
            {
                return FailureReason.CircuitOpen;
            }

            if (pass.Leases is null)
            {
                await RefreshAsync(pass, circuit, cancellationToken);
            }

            var isFresh = pass.Known.IsFresh(CircuitAge, TimeSpan.Zero);
            if (isFresh && circuit.Stops(pass.Known.Record!, pass.Time.Now))
            {
                return FailureReason.CircuitOpen;
            }

            if (!isFresh && pass.Leases is null)
            {
                return null;
            }
        }

        if (pass.Leases is { } leases)
        {
            if (await leases.TakeAsync(pass.Circuit, cancellationToken) is { } refusal)
            {
                return refusal;
            }

            (pass.HasLeases, pass.ProbeOf) = (leases.HasLeases, leases.ProbeOf);
            return null;
        }

        return pass.Circuit is null || await TryProbeAsync(pass, pass.Circuit, cancellationToken)
            ? null
            : FailureReason.CircuitOpen;
    }

    /// <summary>
    /// Reads the record of a circuit breaker again, and writes what this process counted if other processes need it.
    /// </summary>
    private async ValueTask RefreshAsync(CallPass pass, Circuit circuit, CancellationToken cancellationToken)
    {
        if (pass.Known.IsFresh(CircuitAge, CircuitPause))
        {
            return;
        }

        if (circuit.HasNews(pass.Time.Now))
        {
            var update = new RecordUpdate();
            circuit.WriteCounts(update, pass.Time.Now);
            LeaseTaking.Keep(update, pass.Time.Now);
            pass.Known.Set((await _table.UpdateAsync(pass.Key, update, cancellationToken)).Record);
        }
        else
        {
            pass.Known.Set(await _table.ReadAsync(pass.Key, cancellationToken));
        }
    }

    /// <summary>Whether the call may be made: the circuit breaker is closed, or this call probes.</summary>
    private async ValueTask<bool> TryProbeAsync(CallPass pass, Circuit circuit, CancellationToken cancellationToken)
    {
        var now = pass.Time.Now;
        if (pass.Known.Record is not { } record || circuit.OpenUntil(record) is not { } open)
        {
            return true;
        }

        if (circuit.Stops(record, now))
        {
            return false;
        }

        var probe = new RecordUpdate();
        circuit.Probe(probe, open, now + pass.Time.LeftMs, now);
        var (isDone, current) = await _table.UpdateAsync(pass.Key, probe, cancellationToken);
        pass.Known.Set(current);
        pass.ProbeOf = isDone ? open : null;
        return isDone || circuit.OpenUntil(current) is null;
    }

    private KnownRecord Known(LimitRecordKey key)
    {
        if (_records.Count >= MaxRecords)
        {
            _records.Clear();
        }

        return _records.GetOrAdd(key, static (_, timeProvider) => new KnownRecord(timeProvider), _timeProvider);
    }

    private string NewLease() => FormattableString.Invariant($"{_process}-{Interlocked.Increment(ref _calls):x}");

    private void LogFailure(ApiConnection connection, Exception exception)
    {
        var (type, code, request) = FailureFacts.Of(exception);
        _logger.LimitsUnusable(connection.Tenant.Value, connection.Id.Value, type, code, request);
    }
}
