using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Cxf.Local.Emulators.StepFunctions;
using Cxf.StatesLanguage.Service;
using Cxf.Testing;

namespace Cxf.Local.Tests.Emulators.StepFunctions;

public sealed class StepFunctionsEndpointTests
{
    [Fact]
    public async Task The_AWS_SDK_for_JavaScript_drives_the_endpoint()
    {
        var folder = NpmTool.Require("aws-sdk-sfn");
        using var service = new StepFunctionsService();
        await using var endpoint = await StepFunctionsEndpoint.StartAsync(
            service,
            cancellationToken: TestContext.Current.CancellationToken
        );

        var result = await RunNodeAsync(folder, "drive.mjs", endpoint.Uri.ToString());

        Assert.Equal(["2", "1"], Texts(result, "versions"));
        Assert.Equal("2", result.GetProperty("updatedVersion").GetString());
        Assert.Equal("SUCCEEDED", result.GetProperty("status").GetString());
        Assert.Equal("2", result.GetProperty("output").GetString());
        Assert.Equal("live", result.GetProperty("alias").GetString());
        Assert.True(result.GetProperty("startedIsDate").GetBoolean());
        Assert.Equal(["ExecutionStarted", "PassStateEntered", "PassStateExited", "ExecutionSucceeded"], Texts(result, "events"));
        Assert.Equal("ExecutionSucceeded", result.GetProperty("lastEvent").GetString());
        Assert.Equal("""{"n":1}""", result.GetProperty("entered").GetString());
        Assert.Equal(["one"], Texts(result, "executions"));
        Assert.Equal("""{"status":"SUCCEEDED","output":"40","billed":64}""", result.GetProperty("sync").GetRawText());
        Assert.Equal("InvalidDefinition", result.GetProperty("refused").GetProperty("name").GetString());
        Assert.Contains(
            "These fields are required: [StartAt, States]",
            result.GetProperty("refused").GetProperty("message").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal("STANDARD", result.GetProperty("describedType").GetString());
    }

    [Theory]
    [InlineData("evil.example", null)]
    [InlineData("localhost", "https://evil.example")]
    [InlineData("127.0.0.1", "null")]
    public async Task A_request_that_a_web_page_could_have_made_is_refused(string host, string? origin)
    {
        using var service = new StepFunctionsService();
        await using var endpoint = await StepFunctionsEndpoint.StartAsync(
            service,
            cancellationToken: TestContext.Current.CancellationToken
        );
        using var request = Request(endpoint, "ListStateMachines");
        request.Headers.Host = host;
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var response = await SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("sync-localhost")]
    [InlineData("127.0.0.1")]
    public async Task A_request_of_a_local_program_is_answered(string host)
    {
        using var service = new StepFunctionsService();
        await using var endpoint = await StepFunctionsEndpoint.StartAsync(
            service,
            cancellationToken: TestContext.Current.CancellationToken
        );
        using var request = Request(endpoint, "ListStateMachines");
        request.Headers.Host = host;

        using var response = await SendAsync(request);

        Assert.Equal("""{"stateMachines":[]}""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_unknown_operation_is_an_error_that_names_it()
    {
        using var service = new StepFunctionsService();
        await using var endpoint = await StepFunctionsEndpoint.StartAsync(
            service,
            cancellationToken: TestContext.Current.CancellationToken
        );
        using var request = Request(endpoint, "CreateNothing");

        using var response = await SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(
            "CreateNothing",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    private static HttpRequestMessage Request(StepFunctionsEndpoint endpoint, string operation)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Uri)
        {
            Content = new StringContent("{}", Encoding.UTF8, "application/x-amz-json-1.0"),
        };
        request.Headers.Add("X-Amz-Target", $"AWSStepFunctions.{operation}");
        return request;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        using var client = new HttpClient();
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string[] Texts(JsonElement result, string name) =>
        [.. result.GetProperty(name).EnumerateArray().Select(static item => item.GetString()!)];

    private static async Task<JsonElement> RunNodeAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("node", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, $"node ended with {node.ExitCode}: {await errors}");
        return JsonElement.Parse(output);
    }
}
