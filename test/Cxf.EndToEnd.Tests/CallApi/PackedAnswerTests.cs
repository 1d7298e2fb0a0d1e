using System.IO.Compression;

namespace Cxf.EndToEnd.Tests.CallApi;

/// <summary>The real executable, which is linked without what packs, unpacks answers.</summary>
public sealed class PackedAnswerTests
{
    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_packed_answer_is_read(string encoding)
    {
        await using var platform = await ThirdParty.StartAsync(async context =>
        {
            Assert.Contains(encoding, context.Request.Headers.AcceptEncoding.ToString());
            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentEncoding = encoding;
            await using Stream packed =
                encoding == "br"
                    ? new BrotliStream(context.Response.Body, CompressionLevel.Optimal)
                    : new GZipStream(context.Response.Body, CompressionLevel.Optimal);
            await packed.WriteAsync("""{"id":"L-7"}"""u8.ToArray(), context.RequestAborted);
        });
        await using var process = await CallApiProcess.StartAsync(
            new Dictionary<string, string> { ["crm"] = $$"""{"baseUrl":"{{platform.Url}}"}""" }
        );

        var (isError, answer) = await process.CallAsync(
            """{"tenantId":"acme","connectionId":"crm","request":{"path":"/leads","method":"GET"}}"""
        );

        Assert.False(isError, answer.GetRawText());
        Assert.Equal("L-7", answer.GetProperty("body").Text("id"));
    }
}
