using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Tests.Platform;

namespace Cxf.ApiCalls.Tests.Answers;

/// <summary>Answers that break HTTP.</summary>
public sealed class BrokenHttp
{
    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n")]
    [InlineData("HTTP/1.1 abc\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nno colon here\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    public async Task An_answer_that_is_not_http_is_a_bad_answer(string text)
    {
        await using var crm = RawServer.Answering(text);

        var outcome = await Given.CallAsync(crm.Url, Given.Get("/"));

        Assert.Equal((ErrorCodes.ApiBadAnswer, FailureReason.ProtocolBroken), (outcome.Failure?.Error, outcome.Failure?.Reason));
    }

    [Fact]
    public async Task A_body_shorter_than_its_content_length_is_an_interrupted_answer()
    {
        await using var crm = RawServer.Answering(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{\"a\":1}"
        );

        var outcome = await Given.CallAsync(crm.Url, Given.Get("/"));

        Assert.Equal(
            (ErrorCodes.ApiUnavailable, FailureReason.AnswerInterrupted, 200),
            (outcome.Failure?.Error, outcome.Failure?.Reason, outcome.Failure?.Status)
        );
    }

    [Fact]
    public async Task Bytes_beyond_the_content_length_do_not_affect_the_next_call()
    {
        await using var crm = new RawServer(
            async (socket, connection, cancellationToken) =>
            {
                await RawServer.ReadHeadersAsync(socket, cancellationToken);
                await RawServer.SendAsync(
                    socket,
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1\r\n\r\n1HTTP/1.1 200 "
                        + "OK\r\nContent-Length: 1\r\n\r\n9",
                    cancellationToken
                );
                await RawServer.ReadHeadersAsync(socket, cancellationToken);
            }
        );
        using var caller = new ApiCaller(Given.Options);

        for (var call = 0; call < 2; call++)
        {
            var outcome = await caller.CallAsync(Given.ConnectionTo(crm.Url), Given.Get("/"), Given.Cancellation);
            Assert.Equal("1", outcome.Answer?.Body.GetRawText());
        }
    }
}
