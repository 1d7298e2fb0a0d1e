using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Tests.Platform;

namespace Cxf.ApiCalls.Tests.Answers;

/// <summary>Answers whose body nothing reads.</summary>
public sealed class IgnoredBodies
{
    [Theory]
    [InlineData("image/png", new byte[] { 0x89 })]
    [InlineData("application/octet-stream", new byte[] { 0x31 })]
    [InlineData("application/json", new byte[] { 0x3C, 0x68, 0x3E })]
    [InlineData("text/plain; charset=klingon", new byte[] { 0x61 })]
    public async Task An_invalid_ignored_body_does_not_fail_the_call(string contentType, byte[] body)
    {
        var outcome = await OneAnswer.CallAsync(contentType, body, ignoreBody: true);

        Assert.Equal(
            (200, "null", contentType),
            (outcome.Answer?.Status, outcome.Answer?.Body.GetRawText(), outcome.Answer?.Headers["content-type"])
        );
    }

    [Fact]
    public async Task An_ignored_body_that_can_be_returned_is_returned()
    {
        Assert.Equal(
            "[1]",
            (await OneAnswer.CallAsync("application/json", "[1]"u8.ToArray(), ignoreBody: true)).Answer?.Body.GetRawText()
        );
    }

    [Theory]
    [InlineData(300_000)]
    [InlineData(5_000_000)]
    public async Task A_large_ignored_body_does_not_fail_the_call(int length)
    {
        var outcome = await OneAnswer.CallAsync("text/plain", [.. Enumerable.Repeat((byte)'a', length)], ignoreBody: true);

        Assert.Equal("null", outcome.Answer?.Body.GetRawText());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("compress")]
    public async Task Broken_compression_of_an_ignored_body_does_not_fail_the_call(string encoding)
    {
        Assert.Equal(
            200,
            (await OneAnswer.CallAsync("application/json", "{}"u8.ToArray(), encoding, ignoreBody: true)).Answer?.Status
        );
    }

    [Fact]
    public async Task An_error_status_fails_a_call_even_if_its_body_is_ignored()
    {
        await using var crm = await PlatformServer.StartAnsweringAsync(status: 400);

        Assert.Equal(
            FailureReason.RequestRefused,
            (await Given.CallAsync(crm.Url, Given.Get("/") with { IgnoreBody = true })).Failure?.Reason
        );
    }
}
