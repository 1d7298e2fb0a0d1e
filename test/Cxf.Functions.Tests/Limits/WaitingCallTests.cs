using Amazon.DynamoDBv2.Model;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outcomes;
using Cxf.Functions.Limits;

namespace Cxf.Functions.Tests.Limits;

/// <summary>Calls that wait, in virtual time, and tables that fail meanwhile.</summary>
public sealed class WaitingCallTests : CallsInSteps
{
    [Fact]
    public Task A_waiting_call_gets_the_lease_that_another_call_gives_back() =>
        InStepsAsync(() =>
        {
            var connection = GivenConnection.Of(new CallLimits(1, null));
            var first = Entered(Gate().EnterAsync(connection, 0, 5 * Second, default));
            var waiting = Gate().EnterAsync(connection, 0, 10 * Second, default).AsTask();
            Advance(Second);
            Assert.False(waiting.IsCompleted);

            Ended(first.LeaveAsync(GivenConnection.Answered));
            Advance(Second);
            var pass = Entered(new(waiting));
            Assert.InRange(pass.Waited, Second, 2 * Second);
        });

    [Theory]
    [InlineData(200)]
    [InlineData(3000)]
    [InlineData(30_000)]
    public Task A_call_over_the_limit_waits_inside_its_own_time_and_is_then_throttled(int timeoutMs) =>
        InStepsAsync(() =>
        {
            var connection = GivenConnection.Of(new CallLimits(1, null));
            Entered(Gate().EnterAsync(connection, 0, 60 * Second, default));
            Tables.Requests.Clear();
            var waiting = Gate().EnterAsync(connection, 0, TimeSpan.FromMilliseconds(timeoutMs), default).AsTask();
            Advance(TimeSpan.FromMilliseconds(timeoutMs - 60));
            Assert.False(waiting.IsCompleted);
            Advance(TimeSpan.FromMilliseconds(60));
            Assert.True(waiting.IsCompletedSuccessfully);
            Assert.Equal(FailureReason.LimitReached, Refusal(waiting));

            // Twice a second at most in the long run.
            Assert.InRange(Tables.Requests.Count, 2, 8 + (timeoutMs / 500));
        });

    [Fact]
    public Task Calls_over_the_rate_start_in_later_windows_or_are_refused_at_once() =>
        InStepsAsync(() =>
        {
            var connection = GivenConnection.Of(new CallLimits(null, 2));
            var gate = Gate();
            var start = Time.GetUtcNow();
            var calls = Enumerable.Range(0, 5).Select(_ => gate.EnterAsync(connection, 0, 2 * Second, default).AsTask()).ToList();
            Assert.Equal([null, FailureReason.LimitReached], calls.Where(call => call.IsCompleted).Select(Refusal));
            for (var waited = 0; waited < 3; waited++)
            {
                Advance(Second / 2);
                Assert.Equal(3 + waited, calls.Count(call => call.IsCompleted));
            }

            Assert.Equal(4, calls.Count(call => Refusal(call) is null));
        });

    [Theory]
    [InlineData(1, FailureReason.DeadlinePassed)]
    [InlineData(ConnectionTimeouts.MinMs - 1, FailureReason.DeadlinePassed)]
    [InlineData(ConnectionTimeouts.MinMs, null)]
    public Task A_call_without_time_is_not_made_and_no_limit_is_blamed(int leftMs, FailureReason? expected) =>
        InStepsAsync(() =>
        {
            var call = Gate()
                .EnterAsync(GivenConnection.Of(new CallLimits(1, 1)), 0, TimeSpan.FromMilliseconds(leftMs), default)
                .AsTask();
            Assert.Equal(expected, Refusal(call));
        });

    [Fact]
    public Task As_many_calls_wait_as_may_be_in_flight() =>
        InStepsAsync(() =>
        {
            var (one, other) = (Gate(), Gate());
            var connection = GivenConnection.Of(new CallLimits(2, null));
            Entered(one.EnterAsync(connection, 0, 10 * Second, default));
            Entered(one.EnterAsync(connection, 0, 10 * Second, default));
            Task<CallPass>[] waiting =
            [
                one.EnterAsync(connection, 0, 5 * Second, default).AsTask(),
                other.EnterAsync(connection, 0, 5 * Second, default).AsTask(),
            ];
            Advance(Second);
            Assert.DoesNotContain(waiting, call => call.IsCompleted);

            var refused = other.EnterAsync(connection, 0, 5 * Second, default);
            Assert.Equal(FailureReason.LimitReached, Refusal(refused.AsTask()));
            Advance(4 * Second);
            Assert.All(waiting, call => Assert.Equal(FailureReason.LimitReached, Refusal(call)));
        });

    [Fact]
    public Task A_table_that_is_written_too_often_is_waited_for() =>
        InStepsAsync(() =>
        {
            var connection = GivenConnection.Of(new CallLimits(1, null));
            Tables.Before = (_, _) => throw new ProvisionedThroughputExceededException("too much");
            var waiting = Gate().EnterAsync(connection, 0, 10 * Second, default).AsTask();
            Advance(Second);
            Assert.False(waiting.IsCompleted);
            Tables.Before = (_, _) => Task.CompletedTask;
            Advance(Second);
            Assert.Null(Refusal(waiting));
        });

    [Fact]
    public Task A_table_that_fails_ends_a_call_with_limits_but_not_one_with_a_circuit_breaker() =>
        InStepsAsync(() =>
        {
            Tables.Before = (_, _) => throw new IOException("down");
            var gate = Gate();
            var limited = gate.EnterAsync(GivenConnection.Of(new CallLimits(1, null)), 0, Second, default);
            Assert.Equal(FailureReason.LimitsUnavailable, Refusal(limited.AsTask()));
            var guarded = gate.EnterAsync(GivenConnection.Of(breaker: CircuitBreaker.Default, id: "shop"), 0, Second, default);
            Ended(Entered(guarded).LeaveAsync(GivenConnection.ServerError));
        });

    [Fact]
    public Task A_table_that_does_not_answer_takes_no_more_than_the_calls_time_and_half_a_second_afterwards() =>
        InStepsAsync(() =>
        {
            var connection = GivenConnection.Of(new CallLimits(1, null), breaker: CircuitBreaker.Default);
            var gate = Gate();
            var pass = Entered(gate.EnterAsync(connection, 0, Second, default));
            Hang();
            var leaving = pass.LeaveAsync(GivenConnection.ServerError).AsTask();
            Assert.False(leaving.IsCompleted);
            Advance(TimeSpan.FromMilliseconds(500));
            Assert.True(leaving.IsCompletedSuccessfully);

            var entering = Gate().EnterAsync(connection, 0, Second, default).AsTask();
            Advance(Second);
            Assert.Equal(FailureReason.LimitsUnavailable, Refusal(entering));
        });

    [Fact]
    public Task A_healthy_connection_with_a_circuit_breaker_costs_a_read_in_two_seconds() =>
        InStepsAsync(() =>
        {
            var connection = GivenConnection.Of(breaker: CircuitBreaker.Default);
            var gate = Gate();
            for (var call = 0; call < 100; call++)
            {
                Ended(Entered(gate.EnterAsync(connection, 0, Second, default)).LeaveAsync(GivenConnection.Answered));
                Advance(Second / 10);
            }

            Assert.Equal(Enumerable.Repeat("GetItem", 5), Tables.Requests);
        });

    [Fact]
    public Task Successes_of_other_processes_keep_a_circuit_breaker_closed() =>
        InStepsAsync(() =>
        {
            var connection = GivenConnection.Of(breaker: new CircuitBreaker(50, 5, 60 * Second, 5 * Second));
            var (healthy, failing) = (Gate(), Gate());
            for (var call = 0; call < 100; call++)
            {
                for (var more = 0; more < 5; more++)
                {
                    Ended(Entered(healthy.EnterAsync(connection, 0, Second, default)).LeaveAsync(GivenConnection.Answered));
                }

                // One of six calls fails.
                Ended(Entered(failing.EnterAsync(connection, 0, Second, default)).LeaveAsync(GivenConnection.ServerError));
                Advance(Second);
                if (call == 1)
                {
                    Advance(2 * Second);
                }
            }
        });

    [Fact]
    public Task A_probe_whose_process_ended_is_made_again_by_another() =>
        InStepsAsync(() =>
        {
            var connection = GivenConnection.Of(breaker: new CircuitBreaker(1, 1, 10 * Second, 5 * Second));
            Ended(Entered(Gate().EnterAsync(connection, 0, Second, default)).LeaveAsync(GivenConnection.ServerError));
            Advance(5 * Second);
            Entered(Gate().EnterAsync(connection, 0, 3 * Second, default));
            var other = Gate();
            Assert.Equal(FailureReason.CircuitOpen, Refusal(other.EnterAsync(connection, 0, Second, default).AsTask()));
            Advance((3 * Second) + TimeSpan.FromMilliseconds(LimitRecord.ClockToleranceMs + 1));
            Entered(other.EnterAsync(connection, 0, Second, default));
        });
}
