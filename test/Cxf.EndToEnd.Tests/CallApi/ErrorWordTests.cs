using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Cxf.ApiCalls;
using Cxf.EndToEnd.Tests.Lambda;
using Cxf.Local.Lambda;
using Microsoft.AspNetCore.Http;

namespace Cxf.EndToEnd.Tests.CallApi;

/// <summary>
/// The real executable behind the Runtime API, in the AWS package mode of the build: what it reports as a failed call's error type
/// is the error word, because that is what Retry and Catch match.
/// </summary>
public sealed class ErrorWordTests
{
    private static readonly Dictionary<string, string> Calls = new()
    {
        [ErrorWords.ApiTimeout] = """{"tenantId":"acme","connectionId":"crm","request":{"method":"GET","path":"/silent"},"timeoutMs":300}""",
        [ErrorWords.ApiThrottled] = Call("crm", "/429"),
        [ErrorWords.ApiUnavailable] = Call("crm", "/503"),
        [ErrorWords.ApiNotFound] = Call("crm", "/404"),
        [ErrorWords.ApiUnauthorized] = Call("crm", "/403"),
        [ErrorWords.ApiRejected] = Call("crm", "/422"),
        [ErrorWords.ApiBadAnswer] = Call("crm", "/broken"),
        [ErrorWords.ApiTooLarge] = Call("crm", "/large"),
        [ErrorWords.ApiBlocked] = Call("inside", "/latest/meta-data"),
        [ErrorWords.ApiMisconfigured] = Call("none", "/"),
    };

    [Fact]
    public async Task Lambda_is_told_the_error_word_as_the_error_type_and_nothing_of_our_code()
    {
        Assert.Equal(ErrorWords.All.Order(), Calls.Keys.Order());
        await using var platform = await ThirdParty.StartAsync(AnswerAsync);
        var folder = await ConfigurationAsync();
        var log = new ConcurrentQueue<string>();
        try
        {
            await using var deployment = await ProcessDeployment.StartAsync(
                new ProcessDeploymentOptions
                {
                    Template = DeployedProcesses.TemplateFile,
                    ConfigurationFolder = folder,
                    Crm = platform.Url,
                    Functions = new FunctionOptions { Executable = DeployedProcesses.Executable, Log = log.Enqueue },
                },
                TestContext.Current.CancellationToken);
            foreach (var (word, call) in Calls)
            {
                var result = await deployment.Lambda.InvokeAsync(
                    deployment.Lambda.Find("CallApi")!, Encoding.UTF8.GetBytes(call), TestContext.Current.CancellationToken);

                Assert.True(result.IsError, word);
                var report = JsonElement.Parse(result.Payload.Span);
                Assert.Equal(word, report.Text("errorType"));
                Assert.EndsWith(".", report.Text("errorMessage"));
                Assert.DoesNotContain("   at ", report.GetRawText(), StringComparison.Ordinal);
                Assert.DoesNotContain("Cxf.", report.GetRawText(), StringComparison.Ordinal);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Call(string connection, string path) =>
        $$"""{"tenantId":"acme","connectionId":"{{connection}}","request":{"path":"{{path}}","method":"GET"} }""";

    private static Task AnswerAsync(HttpContext context) => context.Request.Path.Value switch
    {
        "/silent" => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default),
        "/broken" => ThirdParty.AnswerAsync(context, "{"),
        "/large" => ThirdParty.AnswerAsync(context, $"\"{new string('x', 300_000)}\""),
        { } path => ThirdParty.AnswerAsync(context, "{}", int.Parse(path[1..])),
        null => Task.CompletedTask,
    };

    private static async Task<string> ConfigurationAsync()
    {
        var folder = Directory.CreateTempSubdirectory("cxf-words-").FullName;
        await WriteAsync("instances.json", "{}");
        await WriteAsync("tenants/acme/connections/crm.json", """{"baseUrl":"${CrmUrl}"}""");
        await WriteAsync("tenants/acme/connections/inside.json", """{"baseUrl":"http://169.254.169.254"}""");
        await WriteAsync("tenants/acme/flows/any.json", "{}");
        return folder;

        async Task WriteAsync(string file, string text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
            await File.WriteAllTextAsync(Path.Combine(folder, file), text, TestContext.Current.CancellationToken);
        }
    }
}
