using Amazon.DynamoDBv2;
using Cxf.ApiCalls.Connections;

namespace Cxf.Functions.Limits;

/// <summary>Reads how near a connection is to its limits, and the state of its circuit breaker.</summary>
/// <param name="dynamoDb">DynamoDB.</param>
/// <param name="table">The table of runs.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class LimitStatusReader(IAmazonDynamoDB dynamoDb, string table, TimeProvider timeProvider)
{
    private readonly LimitTable _table = new(dynamoDb, table);

    /// <summary>The status of a connection; null if it has neither limits nor a circuit breaker.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="generation">The generation of its tenant.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async ValueTask<LimitStatus?> ReadAsync(ApiConnection connection, int generation, CancellationToken cancellationToken)
    {
        if (connection is { Limits: null, TenantLimits: null, Breaker: null })
        {
            return null;
        }

        var record = await _table.ReadAsync(LimitRecordKey.Of(connection, generation), cancellationToken);
        var now = timeProvider.GetUtcNow().ToUnixTimeMilliseconds();
        var scopes = LimitScope.Of(connection);
        return new LimitStatus(
            Live(LimitRecord.InFlight, connection.Id.Value),
            Live(LimitRecord.Waiting, connection.Id.Value),
            Live(LimitRecord.InFlight, LimitScope.TenantName),
            Live(LimitRecord.Waiting, LimitScope.TenantName),
            connection.Breaker is { } breaker ? Circuit(connection, breaker, record, now) : null
        );

        int Live(Func<LimitScope, string> map, string scope) =>
            scopes.Where(one => one.Name == scope).Sum(one => record.Live(map(one), now));
    }

    private CircuitStatus Circuit(ApiConnection connection, CircuitBreaker breaker, LimitRecord record, long now)
    {
        var circuit = new Circuit(connection, breaker, new KnownRecord(timeProvider));
        var (calls, failed) = circuit.Counts(record, now);
        return circuit.OpenUntil(record) is { } open
            ? new CircuitStatus(
                now < open ? CircuitState.Open : CircuitState.HalfOpen,
                DateTimeOffset.FromUnixTimeMilliseconds(open),
                calls,
                failed
            )
            : new CircuitStatus(CircuitState.Closed, null, calls, failed);
    }
}
