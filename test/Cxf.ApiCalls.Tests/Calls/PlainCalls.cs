using Cxf.ApiCalls.Tests.Platform;
using Microsoft.AspNetCore.Http;

namespace Cxf.ApiCalls.Tests;

public sealed class PlainCalls
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_posted_lead_comes_back_with_its_number()
    {
        await using var crm = await PlatformServer.StartAsync(async context =>
        {
            using var lead = await System.Text.Json.JsonDocument.ParseAsync(context.Request.Body);
            context.Response.StatusCode = 201;
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.WriteAsync($$"""{"id":"L-1","userInput":"{{lead.RootElement.GetProperty("userInput").GetString()}}","path":"{{context.Request.Path}}"}""");
        });
        using var caller = new ApiCaller(Given.LocalOptions);

        var outcome = await caller.CallAsync(Given.ConnectTo(new Uri(crm.Url, "/v1")), Given.Post("/leads", """{"userInput":"5"}"""), Now);

        Assert.True(outcome.Succeeded, outcome.Failure?.ToString());
        Assert.Equal(201, outcome.Answer.Status);
        Assert.Equal("""{"id":"L-1","userInput":"5","path":"/v1/leads"}""", outcome.Answer.Body.GetRawText());
        Assert.Equal("application/json; charset=utf-8", outcome.Answer.Headers["content-type"]);
    }

    [Theory]
    [InlineData(400, ErrorWords.ApiRejected)]
    [InlineData(401, ErrorWords.ApiUnauthorized)]
    [InlineData(403, ErrorWords.ApiUnauthorized)]
    [InlineData(404, ErrorWords.ApiNotFound)]
    [InlineData(410, ErrorWords.ApiNotFound)]
    [InlineData(422, ErrorWords.ApiRejected)]
    [InlineData(429, ErrorWords.ApiThrottled)]
    [InlineData(500, ErrorWords.ApiUnavailable)]
    [InlineData(503, ErrorWords.ApiUnavailable)]
    public async Task A_status_becomes_its_error_word(int status, string word)
    {
        await using var crm = await PlatformServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        using var caller = new ApiCaller(Given.LocalOptions);

        var outcome = await caller.CallAsync(Given.ConnectTo(crm.Url), Given.Get("/leads"), Now);

        Assert.Equal(word, outcome.Failure?.Error);
        Assert.Equal(status, outcome.Failure?.Status);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_a_timeout()
    {
        var never = new TaskCompletionSource();
        await using var crm = await PlatformServer.StartAsync(context => never.Task.WaitAsync(context.RequestAborted));
        using var caller = new ApiCaller(Given.LocalOptions);

        var outcome = await caller.CallAsync(Given.ConnectTo(crm.Url), Given.Get("/") with { Timeout = TimeSpan.FromMilliseconds(150) }, Now);

        Assert.Equal(ErrorWords.ApiTimeout, outcome.Failure?.Error);
    }

    [Fact]
    public async Task Without_a_deployment_setting_loopback_is_refused()
    {
        var called = false;
        await using var crm = await PlatformServer.StartAsync(context =>
        {
            called = true;
            return Task.CompletedTask;
        });
        using var caller = new ApiCaller(Given.LocalOptions with { Policy = Outbound.OutboundPolicy.Default });

        var outcome = await caller.CallAsync(Given.ConnectTo(crm.Url), Given.Get("/"), Now);

        Assert.Equal(ErrorWords.ApiBlocked, outcome.Failure?.Error);
        Assert.False(called);
    }
}
