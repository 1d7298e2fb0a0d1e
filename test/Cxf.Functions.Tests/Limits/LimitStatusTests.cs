using Cxf.ApiCalls.Connections;
using Cxf.Functions.Limits;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.Functions.Tests.Limits;

public sealed class LimitStatusTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _time = new();
    private readonly TablesInMemory _tables = new(TablesInMemory.Create());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connection_without_limits_has_no_status_and_needs_no_request()
    {
        Assert.Null(await StatusAsync(GivenConnection.Of()));
        Assert.Empty(_tables.Requests);
    }

    [Fact]
    public async Task Calls_in_flight_are_counted_for_the_connection_and_the_tenant()
    {
        var (tenant, gate) = (new CallLimits(9, null), Gate());
        var crm = GivenConnection.Of(new CallLimits(5, null), tenant);
        await gate.EnterAsync(crm, 0, Second, Cancel);
        await gate.EnterAsync(GivenConnection.Of(null, tenant, id: "shop"), 0, Second, Cancel);

        Assert.Equal(new LimitStatus(1, 0, 2, 0, null), await StatusAsync(crm));
        _time.Advance(4 * Second);
        Assert.Equal(new LimitStatus(0, 0, 0, 0, null), await StatusAsync(crm));
    }

    [Fact]
    public async Task The_circuit_breaker_shows_its_state()
    {
        var connection = GivenConnection.Of(breaker: new CircuitBreaker(50, 2, 10 * Second, 5 * Second));
        Assert.Equal(new CircuitStatus(CircuitState.Closed, null, 0, 0), (await StatusAsync(connection))!.Circuit);
        var gate = Gate();
        for (var call = 0; call < 2; call++)
        {
            await (await gate.EnterAsync(connection, 0, Second, Cancel)).LeaveAsync(GivenConnection.ServerError);
        }

        var until = _time.GetUtcNow() + (5 * Second);
        Assert.Equal(new CircuitStatus(CircuitState.Open, until, 2, 2), (await StatusAsync(connection))!.Circuit);
        _time.Advance(5 * Second);
        Assert.Equal(CircuitState.HalfOpen, (await StatusAsync(connection))!.Circuit!.State);
    }

    private CallGate Gate() => new(_tables, TablesInMemory.Table, NullLogger.Instance, _time, new Random(1));

    private ValueTask<LimitStatus?> StatusAsync(ApiConnection connection) =>
        new LimitStatusReader(_tables, TablesInMemory.Table, _time).ReadAsync(connection, 0, Cancel);
}
