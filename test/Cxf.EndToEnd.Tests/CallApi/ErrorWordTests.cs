using Cxf.ApiCalls;
using Microsoft.AspNetCore.Http;

namespace Cxf.EndToEnd.Tests.CallApi;

/// <summary>
/// The real executable behind the Runtime API, in the AWS package mode of the build: what it reports as a failed call's error
/// type is the error code, because that is what Retry and Catch match.
/// </summary>
public sealed class ErrorWordTests
{
    private static readonly Dictionary<string, string> Calls = new()
    {
        [ErrorCodes.ApiTimeout] =
            """{"tenantId":"acme","connectionId":"crm","request":{"method":"GET","path":"/silent"},"timeoutMs":300}""",
        [ErrorCodes.ApiThrottled] = Call("crm", "/429"),
        [ErrorCodes.ApiUnavailable] = Call("crm", "/503"),
        [ErrorCodes.ApiNotFound] = Call("crm", "/404"),
        [ErrorCodes.ApiUnauthorized] = Call("crm", "/403"),
        [ErrorCodes.ApiRejected] = Call("crm", "/422"),
        [ErrorCodes.ApiBadAnswer] = Call("crm", "/broken"),
        [ErrorCodes.ApiTooLarge] = Call("crm", "/large"),
        [ErrorCodes.ApiBlocked] = Call("inside", "/latest/meta-data"),
        [ErrorCodes.ApiMisconfigured] = Call("none", "/"),
    };

    [Fact]
    public async Task Lambda_gets_the_error_code_as_the_error_type_and_no_stack()
    {
        Assert.Equal(ErrorCodes.All.Order(), Calls.Keys.Order());
        await using var platform = await ThirdParty.StartAsync(AnswerAsync);
        await using var process = await CallApiProcess.StartAsync(
            new Dictionary<string, string>
            {
                ["crm"] = $$"""{"baseUrl":"{{platform.Url}}"}""",
                ["inside"] = """{"baseUrl":"http://169.254.169.254"}""",
            }
        );
        foreach (var (word, call) in Calls)
        {
            var (isError, report) = await process.CallAsync(call);

            Assert.True(isError, word);
            Assert.Equal(word, report.Text("errorType"));
            Assert.EndsWith(".", report.Text("errorMessage"));
            Assert.DoesNotContain("   at ", report.GetRawText(), StringComparison.Ordinal);
            Assert.DoesNotContain("Cxf.", report.GetRawText(), StringComparison.Ordinal);
        }
    }

    private static string Call(string connection, string path) =>
        $$"""{"tenantId":"acme","connectionId":"{{connection}}","request":{"path":"{{path}}","method":"GET"} }""";

    private static Task AnswerAsync(HttpContext context) =>
        context.Request.Path.Value switch
        {
            "/silent" => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default),
            "/broken" => ThirdParty.AnswerAsync(context, "{"),
            "/large" => ThirdParty.AnswerAsync(context, $"\"{new string('x', 300_000)}\""),
            { } path => ThirdParty.AnswerAsync(context, "{}", int.Parse(path[1..])),
            null => Task.CompletedTask,
        };
}
