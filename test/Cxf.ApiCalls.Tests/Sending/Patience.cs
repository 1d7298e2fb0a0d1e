using System.Globalization;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Requests;
using Cxf.ApiCalls.Tests.Platform;
using Microsoft.AspNetCore.Http;

namespace Cxf.ApiCalls.Tests.Sending;

public sealed class Patience
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly WatchedTime _time = new();

    [Theory]
    [InlineData(429, "POST")]
    [InlineData(429, "GET")]
    [InlineData(503, "GET")]
    public async Task A_wait_in_seconds_that_fits_is_waited_out(int status, string method)
    {
        await using var crm = await PlatformServer.StartAsync(Refusing(1, status, "1"));

        var call = CallAsync(crm, Given.Get("/") with { Method = method });
        await _time.UntilWaitOfAsync(Second);
        _time.Advance(Second);

        var answer = (await call).Answer;
        Assert.Equal((2, Second), (answer?.Attempts, answer?.Duration));
    }

    [Fact]
    public async Task A_wait_until_a_date_that_fits_is_waited_out()
    {
        var date = (_time.GetUtcNow() + Second).ToString("R", CultureInfo.InvariantCulture);
        await using var crm = await PlatformServer.StartAsync(Refusing(1, 429, date));

        var call = CallAsync(crm, Given.Post("/", "{}"));
        await _time.UntilWaitOfAsync(Second);
        _time.Advance(Second);

        var answer = (await call).Answer;
        Assert.Equal((2, Second), (answer?.Attempts, answer?.Duration));
    }

    [Theory]
    [InlineData("0.2")]
    [InlineData("1.0")]
    [InlineData(".001")]
    public async Task A_wait_in_fractions_of_seconds_is_rounded_up(string retryAfter)
    {
        await using var crm = await PlatformServer.StartAsync(Refusing(1, 429, retryAfter));

        var call = CallAsync(crm, Given.Post("/", "{}"));
        await _time.UntilWaitOfAsync(Second);
        _time.Advance(Second);

        Assert.Equal((2, Second), ((await call).Answer?.Attempts, (await call).Answer?.Duration));
    }

    [Theory]
    [InlineData(429, "60")]
    [InlineData(429, "60.5")]
    [InlineData(503, "60")]
    [InlineData(429, "Thu, 01 Jan 2099 00:00:00 GMT")]
    [InlineData(503, "Thu, 01 Jan 2099 00:00:00 GMT")]
    [InlineData(429, "99999999999")]
    public async Task A_wait_that_does_not_fit_fails_immediately(int status, string retryAfter)
    {
        await using var crm = await PlatformServer.StartAsync(Refusing(100, status, retryAfter));

        var outcome = await CallAsync(crm, Given.Get("/"));

        Assert.Equal(
            (ErrorCodes.ApiThrottled, 1, true),
            (outcome.Failure?.Error, outcome.Failure?.Attempts, outcome.Failure?.RetryIsSafe)
        );
        Assert.Equal(TimeSpan.Zero, outcome.Failure?.Duration);
        Assert.True(outcome.Failure?.RetryAfter >= TimeSpan.FromSeconds(50));
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("1,5")]
    [InlineData("NaN")]
    [InlineData("1e3")]
    public async Task An_invalid_Retry_After_is_ignored(string retryAfter)
    {
        await using var crm = await PlatformServer.StartAsync(Refusing(100, 429, retryAfter));

        var outcome = await Given.CallAsync(crm.Url, Given.Get("/"));

        Assert.Equal((ErrorCodes.ApiThrottled, 1), (outcome.Failure?.Error, outcome.Failure?.Attempts));
    }

    [Fact]
    public async Task A_post_that_may_have_taken_effect_before_a_503_is_not_repeated()
    {
        await using var crm = await PlatformServer.StartAsync(Refusing(100, 503, "0"));

        var outcome = await Given.CallAsync(crm.Url, Given.Post("/", "{}"));

        Assert.Equal(
            (ErrorCodes.ApiUnavailable, 1, false),
            (outcome.Failure?.Error, crm.Seen.Count, outcome.Failure?.RetryIsSafe)
        );
    }

    [Fact]
    public async Task A_storm_of_503_ends_after_five_waits()
    {
        await using var crm = await PlatformServer.StartAsync(Refusing(100, 503, "0"));

        var outcome = await Given.CallAsync(crm.Url, Given.Get("/"));

        Assert.Equal(
            (ErrorCodes.ApiThrottled, FailureReason.AskedToWait, 6),
            (outcome.Failure?.Error, outcome.Failure?.Reason, crm.Seen.Count)
        );
    }

    [Fact]
    public async Task A_wait_that_is_longer_than_the_step_is_not_begun()
    {
        await using var crm = await PlatformServer.StartAsync(Refusing(1, 429, "1"));

        var outcome = await CallAsync(crm, Given.Get("/") with { Timeout = Second - TimeSpan.FromMilliseconds(1) });

        Assert.Equal((ErrorCodes.ApiThrottled, 1), (outcome.Failure?.Error, outcome.Failure?.Attempts));
    }

    [Fact]
    public async Task The_idempotency_key_is_the_same_over_all_attempts()
    {
        await using var crm = await PlatformServer.StartAsync(Refusing(2, 503, "0"));
        var connection = Given.ConnectionTo(crm.Url) with { IdempotencyHeader = "X-Once" };

        var outcome = await Given.CallAsync(connection, Given.Post("/", "{}") with { IdempotencyKey = "run-1.create.0" });

        Assert.True(outcome.Succeeded, outcome.Failure?.ToString());
        Assert.Equal(["run-1.create.0", "run-1.create.0", "run-1.create.0"], crm.Seen.Select(seen => seen.Headers["X-Once"]));
    }

    private Task<ApiCallOutcome> CallAsync(PlatformServer crm, ApiCallRequest request) =>
        Given.CallAsync(crm.Url, request, Given.Options with { TimeProvider = _time });

    private static RequestDelegate Refusing(int times, int status, string retryAfter)
    {
        var left = times;
        return context =>
        {
            if (Interlocked.Decrement(ref left) >= 0)
            {
                context.Response.StatusCode = status;
                context.Response.Headers.RetryAfter = retryAfter;
            }

            return Task.CompletedTask;
        };
    }
}
