using Cxf.ApiCalls.Answers;
using Cxf.ApiCalls.Requests;
using Cxf.ApiCalls.Tests.Platform;
using Microsoft.AspNetCore.Http;

namespace Cxf.ApiCalls.Tests.Requests;

/// <summary>A header with several values is one field line with commas (RFC 9110 section 5.3).</summary>
public sealed class HeaderLists
{
    [Theory]
    [InlineData("X-L", "1, 2, 2")]
    [InlineData("x-request-tags", "1, 2, 2")]
    [InlineData("Accept", "1, 2, 2")]
    [InlineData("Content-Language", "1, 2, 2")]
    public async Task Every_value_is_sent_in_order(string name, string expected)
    {
        await using var crm = await PlatformServer.StartAnsweringAsync();
        var request = ApiCallRequestReader
            .Read(
                System.Text.Encoding.UTF8.GetBytes(
                    $$"""
                    {"tenantId":"acme","connectionId":"crm","request":{"method":"GET","path":"/e","headers":{"{{name}}":["1",
                     null,2,"2"]} } }
                    """
                )
            )
            .Value!;

        await Given.CallAsync(crm.Url, request);

        Assert.Equal(expected, crm.Seen.Single().Headers[name]);
    }

    [Fact]
    public async Task Repeated_headers_of_an_answer_become_one_text_as_those_of_a_stub()
    {
        await using var crm = await PlatformServer.StartAsync(context =>
        {
            context.Response.Headers.Append("X-L", "1");
            context.Response.Headers.Append("X-L", "2");
            context.Response.Headers.Append("Set-Cookie", "a=b");
            return Task.CompletedTask;
        });

        var called = await Given.CallAsync(crm.Url, Given.Get("/"));
        var stub = new StubAnswer(
            200,
            new Dictionary<string, string> { ["X-L"] = StubAnswer.JoinHeader(["1", "2"]), ["Set-Cookie"] = "a=b" },
            System.Text.Json.JsonElement.Parse("null")
        ).ToOutcome(null, TimeSpan.Zero, TimeProvider.System);

        Assert.Equal("1, 2", called.Answer?.Headers["x-l"]);
        Assert.Equal(called.Answer?.Headers["x-l"], stub.Answer?.Headers["x-l"]);
        Assert.DoesNotContain("set-cookie", stub.Answer!.Headers.Keys);
    }
}
