using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Tests.Platform;

namespace Cxf.ApiCalls.Tests.Sending;

/// <summary>Requests that HTTP/2 says were not processed (RFC 9113 section 8.7) are sent again, whatever their method.</summary>
public sealed class UnprocessedRequests
{
    private const int ProtocolError = 0x1;
    private const int InternalError = 0x2;
    private const int RefusedStream = 0x7;

    /// <summary>More than SocketsHttpHandler repeats by itself.</summary>
    private const int Several = 6;

    [Theory]
    [InlineData("GET", null)]
    [InlineData("POST", null)]
    [InlineData("POST", "{}")]
    public async Task Refused_streams_are_sent_again(string method, string? body)
    {
        await using var crm = new FrameServer(stream =>
            stream.Number <= Several ? stream.ResetAsync(RefusedStream) : stream.AnswerAsync()
        );

        var outcome = await CallAsync(crm, method, body);

        Assert.True(outcome.Succeeded, outcome.Failure?.Reason.ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(InternalError)]
    public async Task Streams_beyond_the_last_one_of_a_GOAWAY_are_sent_again_on_another_connection(int errorCode)
    {
        await using var crm = new FrameServer(stream =>
            stream.Connection <= Several ? stream.GoAwayAsync(errorCode) : stream.AnswerAsync()
        );

        var outcome = await CallAsync(crm, "POST", "{}");

        Assert.True(outcome.Succeeded, outcome.Failure?.Reason.ToString());
        Assert.Equal(Several + 1, crm.Connections);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_platform_that_processes_nothing_ends_the_call_in_the_end(bool goesAway)
    {
        await using var crm = new FrameServer(stream => goesAway ? stream.GoAwayAsync(0) : stream.ResetAsync(RefusedStream));

        var outcome = await CallAsync(crm, "POST", "{}");

        Assert.Equal(
            (ErrorCodes.ApiUnavailable, FailureReason.NotProcessed, true, 6),
            (outcome.Failure?.Error, outcome.Failure?.Reason, outcome.Failure?.RetryIsSafe, outcome.Failure?.Attempts)
        );
    }

    [Fact]
    public async Task Repetitions_end_with_the_steps_time()
    {
        await using var crm = new FrameServer(stream => stream.ResetAsync(RefusedStream));
        var request = Given.Post("/", "{}") with { Timeout = TimeSpan.FromMilliseconds(99) };

        var outcome = await Given.CallAsync(
            crm.Url,
            request,
            Given.Options with
            {
                TimeProvider = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(),
            }
        );

        Assert.Equal((FailureReason.NotProcessed, 1), (outcome.Failure?.Reason, outcome.Failure?.Attempts));
    }

    [Theory]
    [InlineData(ProtocolError)]
    [InlineData(InternalError)]
    public async Task Other_resets_are_lost_connections_as_over_HTTP_1_1_and_are_not_repeated(int errorCode)
    {
        await using var crm = new FrameServer(stream => stream.ResetAsync(errorCode));

        var outcome = await CallAsync(crm, "POST", "{}");

        Assert.Equal(
            (ErrorCodes.ApiUnavailable, FailureReason.ConnectionLost, false, 1),
            (outcome.Failure?.Error, outcome.Failure?.Reason, outcome.Failure?.RetryIsSafe, outcome.Failure?.Attempts)
        );
    }

    [Fact]
    public async Task A_third_party_that_accepts_two_streams_at_a_time_loses_none_of_40_calls()
    {
        var open = 0;
        await using var crm = new FrameServer(async stream =>
        {
            if (Interlocked.Increment(ref open) > 2)
            {
                Interlocked.Decrement(ref open);
                await stream.ResetAsync(RefusedStream);
                return;
            }

            _ = Task.Run(async () =>
            {
                await Task.Yield();
                Interlocked.Decrement(ref open);
                await stream.AnswerAsync();
            });
        });
        using var caller = new ApiCaller(Given.Options);
        var connection = Given.ConnectionTo(crm.Url);

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 40).Select(_ => caller.CallAsync(connection, Given.Post("/", "{}"), Given.Cancellation).AsTask())
        );

        Assert.All(outcomes, outcome => Assert.True(outcome.Succeeded, outcome.Failure?.Reason.ToString()));
    }

    private static Task<ApiCallOutcome> CallAsync(FrameServer crm, string method, string? body) =>
        Given.CallAsync(crm.Url, body is null ? Given.Get("/") with { Method = method } : Given.Post("/", body));
}
