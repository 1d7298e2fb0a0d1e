namespace Cxf.EndToEnd.Tests.CallApi;

public sealed class ProxyTests
{
    [Fact]
    public async Task A_proxy_in_the_environment_gets_no_calls()
    {
        await using var platform = await ThirdParty.StartAsync(context => ThirdParty.AnswerAsync(context, "\"the third party\""));
        await using var proxy = await ThirdParty.StartAsync(context => ThirdParty.AnswerAsync(context, "\"the proxy\""));

        // The AWS clients find their servers by address, which the proxy is not for; the third party by name.
        await using var process = await CallApiProcess.StartAsync(
            new Dictionary<string, string> { ["crm"] = $$"""{"baseUrl":"http://localhost:{{platform.Url.Port}}"}""" },
            new Dictionary<string, string>
            {
                ["http_proxy"] = proxy.Url.ToString(),
                ["HTTP_PROXY"] = proxy.Url.ToString(),
                ["ALL_PROXY"] = proxy.Url.ToString(),
                ["NO_PROXY"] = "127.0.0.1",
            }
        );

        var (isError, answer) = await process.CallAsync(
            """{"tenantId":"acme","connectionId":"crm","request":{"method":"GET","path":"/"}}"""
        );

        Assert.False(isError, answer.GetRawText());
        Assert.Equal("the third party", answer.Text("body"));
    }
}
