using Cxf.Functions.Limits;
using Cxf.Local.Examination;

namespace Cxf.Local.Tests.Examination;

public sealed class CircuitFindingTests
{
    private static readonly DateTimeOffset Until = new(2026, 1, 31, 12, 0, 30, TimeSpan.Zero);

    [Fact]
    public void A_closed_circuit_breaker_is_no_finding() =>
        Assert.Null(CircuitFinding.MessageOf(new CircuitStatus(CircuitState.Closed, null, 10, 2)));

    [Theory]
    [InlineData(CircuitState.Open, 9, "The circuit breaker is open: 9 of 10 calls failed, and every call ends", "12:00:30Z")]
    [InlineData(CircuitState.Open, 0, "The circuit breaker is open: every call ends", "12:00:30Z")]
    [InlineData(CircuitState.HalfOpen, 9, "The circuit breaker opened, and no call has succeeded", "the next call probes")]
    public void The_message_says_what_happens_to_calls_now(CircuitState state, int failed, string start, string part)
    {
        var message = CircuitFinding.MessageOf(new CircuitStatus(state, Until, 10, failed));
        Assert.StartsWith(start, message);
        Assert.Contains(part, message);
        Assert.Equal(state == CircuitState.Open, message!.Contains("until"));
    }
}
