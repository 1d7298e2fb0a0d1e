using Amazon.DynamoDBv2.Model;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outcomes;
using Cxf.Functions.Limits;

namespace Cxf.Functions.Tests.Limits;

/// <summary>Circuit breakers together with limits, with processes that seldom call, and with a table that fails.</summary>
public sealed class CircuitBreakerTests : CallsInSteps
{
    private static readonly CircuitBreaker Quick = new(50, 1, 10 * Second, 5 * Second);

    public static TheoryData<CallLimits?, CallLimits?> AllLimits { get; } =
        new()
        {
            { null, null },
            { new CallLimits(1, null), null },
            { new CallLimits(null, 1), null },
            { new CallLimits(5, 1), new CallLimits(1, 3) },
            { null, new CallLimits(1, 1) },
        };

    [Fact]
    public Task A_waiting_call_fails_at_once_when_the_circuit_breaker_opens_and_leaves_its_place_to_others() =>
        InStepsAsync(() =>
        {
            var connection = GivenConnection.Of(new CallLimits(1, null), breaker: Quick);
            var first = Entered(Gate().EnterAsync(connection, 0, 60 * Second, default));
            var waiting = Gate().EnterAsync(connection, 0, 60 * Second, default).AsTask();
            Advance(2 * Second);
            Assert.Equal(1, Status(connection).Waiting);

            Ended(first.LeaveAsync(GivenConnection.ServerError));
            Advance(Second);
            Assert.Equal(FailureReason.CircuitOpen, Refusal(waiting));
            Assert.Equal(0, Status(connection).Waiting);
        });

    [Theory]
    [MemberData(nameof(AllLimits))]
    public Task An_open_circuit_breaker_refuses_at_once_and_without_a_lease_or_a_start_whatever_the_limits(
        CallLimits? own,
        CallLimits? tenant
    ) =>
        InStepsAsync(() =>
        {
            var connection = GivenConnection.Of(own, tenant, Quick);
            Ended(Entered(Gate().EnterAsync(connection, 0, 60 * Second, default)).LeaveAsync(GivenConnection.ServerError));
            var before = Item(connection);
            foreach (var process in Enumerable.Range(0, 5).Select(_ => Gate()))
            {
                Assert.Equal(
                    FailureReason.CircuitOpen,
                    Refusal(process.EnterAsync(connection, 0, 60 * Second, default).AsTask())
                );
            }

            Assert.Equal(before, Item(connection));
        });

    [Theory]
    [MemberData(nameof(AllLimits))]
    public Task One_of_many_processes_probes_and_the_others_hold_no_lease(CallLimits? own, CallLimits? tenant) =>
        InStepsAsync(() =>
        {
            var connection = GivenConnection.Of(own, tenant, Quick);
            var processes = Enumerable.Range(0, 8).Select(_ => Gate()).ToList();
            Ended(Entered(processes[0].EnterAsync(connection, 0, 4 * Second, default)).LeaveAsync(GivenConnection.ServerError));
            Advance(3 * Second);
            var early = processes.ConvertAll(one => one.EnterAsync(connection, 0, Second, default).AsTask());
            Assert.All(early, pass => Assert.Equal(FailureReason.CircuitOpen, Refusal(pass)));

            Advance(6 * Second);
            var passes = processes.ConvertAll(one => one.EnterAsync(connection, 0, 4 * Second, default).AsTask());
            Assert.Single(passes, pass => Refusal(pass) is null);
            Assert.Equal(7, passes.Count(pass => Refusal(pass) == FailureReason.CircuitOpen));
            Ended(passes.Single(pass => Refusal(pass) is null).Result.LeaveAsync(GivenConnection.Answered));
            Advance(2 * Second);
            Entered(Gate().EnterAsync(connection, 0, Second, default));
        });

    [Theory]
    [InlineData(100)]
    [InlineData(1000)]
    [InlineData(8000)]
    public Task A_table_that_does_not_answer_takes_a_quarter_of_a_calls_time_at_most_and_only_once(int timeoutMs) =>
        InStepsAsync(() =>
        {
            Hang();
            var gate = Gate();
            var connection = GivenConnection.Of(breaker: Quick);
            var entering = gate.EnterAsync(connection, 0, TimeSpan.FromMilliseconds(timeoutMs), default).AsTask();
            Advance(TimeSpan.FromMilliseconds(Math.Min(1000, timeoutMs / 4)));
            Assert.Null(Refusal(entering));
            Entered(gate.EnterAsync(connection, 0, TimeSpan.FromMilliseconds(timeoutMs), default));
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Successes_of_processes_that_seldom_call_keep_a_circuit_breaker_closed(bool hasLimits) =>
        InStepsAsync(() =>
        {
            var connection = GivenConnection.Of(hasLimits ? new CallLimits(100, null) : null, breaker: CircuitBreaker.Default);
            var processes = Enumerable.Range(0, 120).Select(_ => Gate()).ToList();

            // Three calls a second, each of another process; one of five fails.
            for (var call = 0; call < 3 * processes.Count; call++)
            {
                var pass = Entered(processes[call % processes.Count].EnterAsync(connection, 0, Second, default));
                Ended(pass.LeaveAsync(call % 5 == 0 ? GivenConnection.ServerError : GivenConnection.Answered));
                Time.Advance(Second / 3);
            }
        });

    [Theory]
    [InlineData(2, 1)]
    [InlineData(4, 1)]
    [InlineData(7, 0)]
    [InlineData(9, 0)]
    public Task A_timeout_counts_only_if_the_third_party_had_half_of_the_time_at_least(int waitedSeconds, int failures) =>
        InStepsAsync(() =>
        {
            var breaker = new CircuitBreaker(50, 5, 60 * Second, 5 * Second);
            var connection = GivenConnection.Of(new CallLimits(1, null), breaker: breaker);
            var first = Entered(Gate().EnterAsync(connection, 0, 20 * Second, default));
            var waiting = Gate().EnterAsync(connection, 0, 10 * Second, default).AsTask();
            Advance((waitedSeconds - 1) * Second);
            Ended(first.LeaveAsync(GivenConnection.Answered));
            Advance(Second);
            Ended(Entered(new(waiting)).LeaveAsync(GivenConnection.TimedOut));
            Assert.Equal(failures, Status(connection).Circuit!.Failed);
        });

    [Fact]
    public Task An_open_circuit_breaker_needs_no_request_until_its_time_is_over() =>
        InStepsAsync(() =>
        {
            var connection = GivenConnection.Of(breaker: Quick);
            var gate = Gate();
            Ended(Entered(gate.EnterAsync(connection, 0, Second, default)).LeaveAsync(GivenConnection.ServerError));
            Tables.Requests.Clear();
            Hang();
            for (var ms = 0; ms < 5000; ms += 100)
            {
                Assert.Equal(FailureReason.CircuitOpen, Refusal(gate.EnterAsync(connection, 0, Second, default).AsTask()));
                Advance(Second / 10);
            }

            Assert.Empty(Tables.Requests);
        });

    [Fact]
    public Task A_few_failures_among_many_calls_do_not_make_successes_cost_a_request() =>
        InStepsAsync(() =>
        {
            var connection = GivenConnection.Of(breaker: CircuitBreaker.Default);
            var gate = Gate();
            for (var call = 0; call < 1000; call++)
            {
                var pass = Entered(gate.EnterAsync(connection, 0, Second, default));
                Ended(pass.LeaveAsync(call % 50 == 49 ? GivenConnection.ServerError : GivenConnection.Answered));
                Time.Advance(Second / 50);
            }

            // One of each failure, and one in two seconds.
            Assert.InRange(Tables.Requests.Count, 20, 35);
        });

    private string Item(ApiConnection connection)
    {
        var key = LimitRecordKey.Of(connection, 0);
        var read = Tables.GetItemAsync(new GetItemRequest { TableName = TablesInMemory.Table, Key = key.ToItem() });
        Assert.True(read.IsCompletedSuccessfully);
        return string.Join(
            ' ',
            read.Result.Item.OrderBy(one => one.Key, StringComparer.Ordinal)
                .Select(one => $"{one.Key}={one.Value.N}{one.Value.M?.Count}")
        );
    }

    private LimitStatus Status(ApiConnection connection)
    {
        var read = new LimitStatusReader(Tables, TablesInMemory.Table, Time).ReadAsync(connection, 0, default).AsTask();
        Assert.True(read.IsCompletedSuccessfully);
        return read.Result!;
    }
}
