using Cxf.ApiCalls.Outbound;
using Cxf.ApiCalls.Tests.Platform;
using Cxf.Documents.Identifiers;

namespace Cxf.ApiCalls.Tests.Calls;

public sealed class PlainCalls
{
    [Fact]
    public async Task A_posted_lead_is_returned_with_its_number()
    {
        await using var crm = await PlatformServer.StartAsync(PlatformServer.Answer("""{"id":"L-1"}""", 201));

        var outcome = await Given.CallAsync(new Uri(crm.Url, "/v1"), Given.Post("/leads", """{"userInput":"5"}"""));

        Assert.True(outcome.Succeeded, outcome.Failure?.ToString());
        Assert.Equal(201, outcome.Answer.Status);
        Assert.Equal("""{"id":"L-1"}""", outcome.Answer.Body.GetRawText());
        Assert.Equal("application/json", outcome.Answer.Headers["content-type"]);
        Assert.Equal(1, outcome.Answer.Attempts);
        var seen = Assert.Single(crm.Seen);
        Assert.Equal(
            ("POST", "/v1/leads", """{"userInput":"5"}""", "application/json"),
            (seen.Method, seen.RawTarget, seen.Text, seen.Headers["Content-Type"])
        );
    }

    [Theory]
    [InlineData(400, ErrorCodes.ApiRejected)]
    [InlineData(401, ErrorCodes.ApiUnauthorized)]
    [InlineData(403, ErrorCodes.ApiUnauthorized)]
    [InlineData(404, ErrorCodes.ApiNotFound)]
    [InlineData(408, ErrorCodes.ApiUnavailable)]
    [InlineData(410, ErrorCodes.ApiNotFound)]
    [InlineData(409, ErrorCodes.ApiRejected)]
    [InlineData(422, ErrorCodes.ApiRejected)]
    [InlineData(429, ErrorCodes.ApiThrottled)]
    [InlineData(500, ErrorCodes.ApiUnavailable)]
    [InlineData(502, ErrorCodes.ApiUnavailable)]
    [InlineData(503, ErrorCodes.ApiUnavailable)]
    [InlineData(304, ErrorCodes.ApiBadAnswer)]
    [InlineData(600, ErrorCodes.ApiBadAnswer)]
    public async Task A_status_becomes_its_error_code(int status, string word)
    {
        await using var crm = await PlatformServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        var outcome = await Given.CallAsync(crm.Url, Given.Get("/leads"));

        Assert.Equal((word, status, 1), (outcome.Failure?.Error, outcome.Failure?.Status, outcome.Failure?.Attempts));
    }

    [Fact]
    public async Task Without_a_deployment_setting_loopback_is_refused()
    {
        await using var crm = await PlatformServer.StartAnsweringAsync();

        var outcome = await Given.CallAsync(crm.Url, Given.Get("/"), Given.Options with { Policy = OutboundPolicy.Default });

        Assert.Equal(ErrorCodes.ApiBlocked, outcome.Failure?.Error);
        Assert.Empty(crm.Seen);
    }

    [Fact]
    public async Task The_caller_can_cancel_at_any_time()
    {
        var asked = new TaskCompletionSource();
        await using var crm = await PlatformServer.StartAsync(context =>
        {
            asked.SetResult();
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var caller = new ApiCaller(Given.Options);
        using var patience = new CancellationTokenSource();

        var call = caller.CallAsync(Given.ConnectionTo(crm.Url), Given.Get("/"), patience.Token);
        await asked.Task;
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.AsTask());
    }

    [Fact]
    public async Task A_request_for_another_tenants_connection_goes_nowhere()
    {
        await using var crm = await PlatformServer.StartAnsweringAsync();

        var outcome = await Given.CallAsync(crm.Url, Given.Get("/") with { Tenant = TenantId.Parse("other") });

        Assert.Equal((ErrorCodes.ApiMisconfigured, 0), (outcome.Failure?.Error, outcome.Failure?.Attempts));
        Assert.Empty(crm.Seen);
    }

    [Theory]
    [InlineData("GET", null, true)]
    [InlineData("PUT", null, true)]
    [InlineData("DELETE", null, true)]
    [InlineData("POST", null, false)]
    [InlineData("PATCH", null, false)]
    [InlineData("POST", "run-1-create", true)]
    public async Task A_retry_is_safe_when_the_method_is_idempotent_or_the_platform_got_a_key(
        string method,
        string? key,
        bool safe
    )
    {
        await using var crm = await PlatformServer.StartAnsweringAsync("{}", 500);

        var connection = Given.ConnectionTo(crm.Url) with { IdempotencyHeader = "Idempotency-Key" };
        var outcome = await Given.CallAsync(connection, Given.Get("/leads") with { Method = method, IdempotencyKey = key });

        Assert.Equal(safe, outcome.Failure?.RetryIsSafe);
        Assert.Equal(key, crm.Seen.Single().Headers.GetValueOrDefault("Idempotency-Key"));
    }

    [Fact]
    public async Task A_key_that_the_platform_does_not_know_makes_no_retry_safe()
    {
        await using var crm = await PlatformServer.StartAnsweringAsync("{}", 500);

        var outcome = await Given.CallAsync(crm.Url, Given.Post("/leads", "{}") with { IdempotencyKey = "run-1" });

        Assert.False(outcome.Failure?.RetryIsSafe);
    }
}
