using Cxf.ApiCalls.Answers;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Tests.Platform;
using Microsoft.AspNetCore.Http;

namespace Cxf.ApiCalls.Tests.Answers;

/// <summary>The limits of answers.</summary>
public sealed class AnswerSizes
{
    [Fact]
    public async Task An_endless_body_is_too_large_and_not_read_on()
    {
        var givenUp = new TaskCompletionSource();
        await using var crm = await PlatformServer.StartAsync(async context =>
        {
            context.Response.ContentType = "text/plain";
            context.RequestAborted.Register(givenUp.SetResult);
            var chunk = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
            }
        });

        var outcome = await Given.CallAsync(crm.Url, Given.Get("/"));

        Assert.Equal((ErrorCodes.ApiTooLarge, FailureReason.AnswerTooLarge), (outcome.Failure?.Error, outcome.Failure?.Reason));
        await givenUp.Task;
    }

    [Fact]
    public async Task The_whole_answer_is_limited_to_245760_bytes()
    {
        await using var crm = await PlatformServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.Date = "";
            await context.Response.WriteAsync($"\"{new string('a', int.Parse(context.Request.Query["n"]!))}\"");
        });
        var frame = (await AnswerOfAsync(crm, 1)).Answer!.ToUtf8().Length - 1;

        // The duration and the length of chunk headers are the only parts that vary; leave room for two more digits.
        var fits = await AnswerOfAsync(crm, ApiCallAnswer.MaxBytes - frame - 10);
        var exceeds = await AnswerOfAsync(crm, ApiCallAnswer.MaxBytes - frame + 10);

        Assert.InRange(fits.Answer!.ToUtf8().Length, ApiCallAnswer.MaxBytes - 20, ApiCallAnswer.MaxBytes);
        Assert.Equal(
            (ErrorCodes.ApiTooLarge, FailureReason.SelectionTooLarge),
            (exceeds.Failure?.Error, exceeds.Failure?.Reason)
        );
    }

    [Fact]
    public async Task Oversized_headers_are_too_large()
    {
        await using var crm = RawServer.Answering($"HTTP/1.1 200 OK\r\nX-Big: {new string('a', 100_000)}\r\n\r\n");

        Assert.Equal(FailureReason.HeadersTooLarge, (await Given.CallAsync(crm.Url, Given.Get("/"))).Failure?.Reason);
    }

    [Fact]
    public async Task A_content_length_above_the_limit_is_rejected_before_the_body_is_read()
    {
        await using var crm = RawServer.Answering(
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 9999999999\r\n\r\nabc"
        );

        Assert.Equal(FailureReason.AnswerTooLarge, (await Given.CallAsync(crm.Url, Given.Get("/"))).Failure?.Reason);
    }

    private static Task<ApiCallOutcome> AnswerOfAsync(PlatformServer crm, int characters) =>
        Given.CallAsync(crm.Url, Given.Get("/") with { Query = [new("n", characters.ToString())] });
}
