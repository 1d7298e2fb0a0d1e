using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outcomes;
using Cxf.Functions.Limits;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.Functions.Tests.Limits;

/// <summary>What the gate does on every table that it is run on; every test has a table of its own.</summary>
public abstract class CallGateContract
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UnixEpoch + TimeSpan.FromDays(20_000));
    private int _processes;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected abstract ValueTask<(IAmazonDynamoDB Client, string Table)> CreateTableAsync();

    [Fact]
    public async Task Processes_share_a_limit()
    {
        var (one, other) = await TwoAsync();
        var connection = GivenConnection.Of(new CallLimits(2, null));
        var first = await one.EnterAsync(connection, 0, Second, Cancel);
        var second = await other.EnterAsync(connection, 0, Second, Cancel);
        Assert.Equal((null, null), (first.Refusal, second.Refusal));
        Assert.Equal(FailureReason.LimitReached, await RefusedAsync(one, connection));

        await second.LeaveAsync(GivenConnection.Answered);
        Assert.Null((await one.EnterAsync(connection, 0, Second, Cancel)).Refusal);
    }

    [Fact]
    public async Task A_lease_of_a_process_that_ended_can_be_taken_after_its_time_and_the_tolerance()
    {
        var (one, other) = await TwoAsync();
        var connection = GivenConnection.Of(new CallLimits(1, null), new CallLimits(1, null));
        Assert.Null((await one.EnterAsync(connection, 0, 3 * Second, Cancel)).Refusal);

        _time.Advance(3 * Second);
        Assert.Equal(FailureReason.LimitReached, await RefusedAsync(other, connection));
        _time.Advance(TimeSpan.FromMilliseconds(LimitRecord.ClockToleranceMs + 1));
        Assert.Null((await other.EnterAsync(connection, 0, Second, Cancel)).Refusal);
    }

    [Fact]
    public async Task A_tenants_limit_counts_the_calls_of_all_its_connections()
    {
        var (one, other) = await TwoAsync();
        var tenant = new CallLimits(2, null);
        var crm = GivenConnection.Of(new CallLimits(2, null), tenant);
        var shop = GivenConnection.Of(null, tenant, id: "shop");
        Assert.Null((await one.EnterAsync(crm, 0, Second, Cancel)).Refusal);
        Assert.Null((await other.EnterAsync(shop, 0, Second, Cancel)).Refusal);
        Assert.Equal(FailureReason.LimitReached, await RefusedAsync(one, crm));
        Assert.Equal(FailureReason.LimitReached, await RefusedAsync(other, shop));
        Assert.Null((await one.EnterAsync(crm, 1, Second, Cancel)).Refusal);
    }

    [Fact]
    public async Task A_limit_that_was_lowered_holds_as_soon_as_the_calls_from_before_are_over()
    {
        var (one, other) = await TwoAsync();
        for (var call = 0; call < 30; call++)
        {
            await one.EnterAsync(GivenConnection.Of(new CallLimits(30, null)), 0, Second, Cancel);
        }

        var lowered = GivenConnection.Of(new CallLimits(2, null));
        Assert.Equal(FailureReason.LimitReached, await RefusedAsync(other, lowered));
        _time.Advance(5 * Second);
        Assert.Null((await other.EnterAsync(lowered, 0, Second, Cancel)).Refusal);
        Assert.Null((await one.EnterAsync(lowered, 0, Second, Cancel)).Refusal);
        Assert.Equal(FailureReason.LimitReached, await RefusedAsync(other, lowered));
    }

    [Fact]
    public async Task Processes_share_a_rate()
    {
        var (one, other) = await TwoAsync();
        var connection = GivenConnection.Of(new CallLimits(null, 2));
        Assert.Null((await one.EnterAsync(connection, 0, Second, Cancel)).Refusal);
        Assert.Equal(FailureReason.LimitReached, await RefusedAsync(other, connection));
        _time.Advance(Second / 2);
        Assert.Null((await other.EnterAsync(connection, 0, Second, Cancel)).Refusal);
        Assert.Equal(FailureReason.LimitReached, await RefusedAsync(one, connection));
    }

    [Fact]
    public async Task Limits_can_be_added_to_a_record_that_exists()
    {
        var (one, other) = await TwoAsync();
        Assert.Null((await one.EnterAsync(GivenConnection.Of(new CallLimits(null, 50)), 0, Second, Cancel)).Refusal);
        var connection = GivenConnection.Of(new CallLimits(1, 50));
        Assert.Null((await one.EnterAsync(connection, 0, Second, Cancel)).Refusal);
        Assert.Equal(FailureReason.LimitReached, await RefusedAsync(other, connection));
    }

    [Fact]
    public async Task A_circuit_breaker_opens_for_all_processes_lets_one_probe_and_closes()
    {
        var (one, other) = await TwoAsync();
        var connection = GivenConnection.Of(breaker: new CircuitBreaker(50, 4, 10 * Second, 5 * Second));
        await CallsAsync(one, connection, [GivenConnection.Answered, GivenConnection.ServerError]);
        Assert.Null((await other.EnterAsync(connection, 0, Second, Cancel)).Refusal);
        var passes = await CallsAsync(one, connection, [GivenConnection.NotFound, GivenConnection.ServerError]);
        Assert.True(passes[^1].OpenedCircuit);

        _time.Advance(2 * Second);
        Assert.Equal(FailureReason.CircuitOpen, (await one.EnterAsync(connection, 0, Second, Cancel)).Refusal);
        Assert.Equal(FailureReason.CircuitOpen, (await other.EnterAsync(connection, 0, Second, Cancel)).Refusal);

        _time.Advance(4 * Second);
        var probe = await other.EnterAsync(connection, 0, Second, Cancel);
        Assert.Null(probe.Refusal);
        Assert.Equal(FailureReason.CircuitOpen, (await one.EnterAsync(connection, 0, Second, Cancel)).Refusal);
        await probe.LeaveAsync(GivenConnection.ServerError);
        Assert.Equal(FailureReason.CircuitOpen, (await other.EnterAsync(connection, 0, Second, Cancel)).Refusal);

        _time.Advance(6 * Second);
        await (await one.EnterAsync(connection, 0, Second, Cancel)).LeaveAsync(GivenConnection.Answered);
        _time.Advance(3 * Second);
        Assert.Null((await other.EnterAsync(connection, 0, Second, Cancel)).Refusal);
        Assert.Null((await one.EnterAsync(connection, 0, Second, Cancel)).Refusal);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(700)]
    [InlineData(5000)]
    public async Task A_connection_that_was_not_used_for_long_can_be_used_again(int seconds)
    {
        var (one, other) = await TwoAsync();
        var tenant = new CallLimits(5, 50);
        var connection = GivenConnection.Of(new CallLimits(3, 50), tenant, new CircuitBreaker(50, 9, 10 * Second, 5 * Second));
        await CallsAsync(one, connection, [GivenConnection.ServerError, GivenConnection.Answered]);
        Assert.Null(
            (await one.EnterAsync(GivenConnection.Of(new CallLimits(3, 5), tenant, id: "old"), 0, Second, Cancel)).Refusal
        );
        Assert.Null((await other.EnterAsync(connection, 0, Second, Cancel)).Refusal);

        for (var round = 0; round < 2; round++)
        {
            _time.Advance(seconds * Second);
            var passes = await CallsAsync(other, connection, [GivenConnection.ServerError, GivenConnection.Answered]);
            Assert.All(passes, pass => Assert.Null(pass.Refusal));
        }
    }

    [Fact]
    public async Task The_record_says_when_DynamoDB_may_remove_it()
    {
        var (client, table) = await CreateTableAsync();
        await Gate(client, table).EnterAsync(GivenConnection.Of(new CallLimits(2, 5)), 0, Second, Cancel);
        var item = await client.GetItemAsync(
            new GetItemRequest
            {
                TableName = table,
                Key = new() { ["pk"] = new("LIMITS#acme"), ["sk"] = new("CONNECTION#crm") },
            },
            Cancel
        );
        Assert.Equal(
            (_time.GetUtcNow() + TimeSpan.FromDays(1)).ToUnixTimeSeconds(),
            long.Parse(item.Item[LimitRecord.ExpiresAt].N)
        );
    }

    private CallGate Gate(IAmazonDynamoDB client, string table) =>
        new(client, table, NullLogger.Instance, _time, new Random(++_processes));

    private async Task<(CallGate One, CallGate Other)> TwoAsync()
    {
        var (client, table) = await CreateTableAsync();
        return (Gate(client, table), Gate(client, table));
    }

    /// <summary>A call without time to wait.</summary>
    private static async Task<FailureReason?> RefusedAsync(CallGate gate, ApiConnection connection) =>
        (await gate.EnterAsync(connection, 0, TimeSpan.FromMilliseconds(ConnectionTimeouts.MinMs), Cancel)).Refusal;

    private static async Task<List<CallPass>> CallsAsync(
        CallGate gate,
        ApiConnection connection,
        params IReadOnlyList<ApiCallOutcome> outcomes
    )
    {
        var passes = new List<CallPass>();
        foreach (var outcome in outcomes)
        {
            var pass = await gate.EnterAsync(connection, 0, Second, Cancel);
            await pass.LeaveAsync(outcome);
            passes.Add(pass);
        }

        return passes;
    }
}
