using System.Net;
using System.Net.Http.Json;
using System.Text;
using Cxf.Local.Emulators.Lambda;

namespace Cxf.EndToEnd.Tests.Lambda;

/// <summary>Lambda's Invoke API as AWS's clients speak it.</summary>
public sealed class LambdaEndpointTests(DeployedProcesses deployed) : IAsyncLifetime
{
    private readonly HttpClient _client = new();
    private LambdaEndpoint? _endpoint;

    public async ValueTask InitializeAsync() =>
        _endpoint = await LambdaEndpoint.StartAsync((await deployed.GetAsync()).Lambda, 0, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await (_endpoint?.DisposeAsync() ?? ValueTask.CompletedTask);
        _client.Dispose();
    }

    [Theory]
    [InlineData("ExecuteFlowFunction")]
    [InlineData("cxf-local-ExecuteFlow")]
    [InlineData("cxf-local-ExecuteFlow:live")]
    [InlineData("cxf-local-ExecuteFlow:$LATEST")]
    [InlineData("arn:aws:lambda:us-east-1:111122223333:function:cxf-local-ExecuteFlow")]
    [InlineData("arn:aws:lambda:us-east-1:111122223333:function:cxf-local-ExecuteFlow:live")]
    public async Task A_function_answers_by_each_of_its_names(string name)
    {
        using var answer = await PostAsync(name);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("$LATEST", answer.Headers.GetValues("X-Amz-Executed-Version").Single());
        Assert.Contains("InvalidRequest", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_function_that_fails_answers_200_and_says_so_in_a_header()
    {
        using var answer = await PostAsync("CallApiFunction");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Unhandled", answer.Headers.GetValues("X-Amz-Function-Error").Single());
        Assert.Contains("ApiMisconfigured", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task With_log_type_Tail_the_answer_contains_the_end_of_its_log()
    {
        using var answer = await PostAsync("CallApiFunction", ("X-Amz-Log-Type", "Tail"));
        var log = Encoding.UTF8.GetString(Convert.FromBase64String(answer.Headers.GetValues("X-Amz-Log-Result").Single()));
        var id = answer.Headers.GetValues("x-amzn-RequestId").Single();
        Assert.Contains($"START RequestId: {id}", log);
        Assert.Contains($"REPORT RequestId: {id}", log);
        Assert.Contains("\"eventId\":2013", log);
        Assert.Equal(1, log.Split("START RequestId").Length - 1);
        Assert.InRange(log.Length, 1, 4096);
    }

    [Fact]
    public async Task Without_log_type_Tail_the_log_is_not_in_the_answer()
    {
        using var answer = await PostAsync("CallApiFunction");
        Assert.False(answer.Headers.Contains("X-Amz-Log-Result"));
    }

    [Theory]
    [InlineData("NoSuchFunction", "")]
    [InlineData("NoSuchFunction", "?Qualifier=live")]
    [InlineData("ExecuteFlowFunction:7", "")]
    [InlineData("ExecuteFlowFunction", "?Qualifier=7")]
    [InlineData("ExecuteFlowFunction", "?Qualifier=beta")]
    public async Task A_function_or_qualifier_that_is_not_there_is_not_found(string name, string query)
    {
        using var answer = await PostAsync(name, "{}", query);
        await AssertErrorAsync(answer, HttpStatusCode.NotFound, "ResourceNotFoundException", "Function not found: ");
    }

    [Theory]
    [InlineData("?Qualifier=live")]
    [InlineData("?Qualifier=%24LATEST")]
    public async Task A_qualifier_may_be_in_the_query(string query)
    {
        using var answer = await PostAsync("ExecuteFlowFunction", "{}", query);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{} {}")]
    [InlineData("{\"a\":}")]
    [InlineData(" ")]
    public async Task A_payload_that_is_not_JSON_reaches_no_function(string payload)
    {
        using var answer = await PostAsync("ExecuteFlowFunction", payload);
        await AssertErrorAsync(
            answer,
            HttpStatusCode.BadRequest,
            "InvalidRequestContentException",
            "Could not parse request body into json: "
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1024 * 1024)]
    public async Task A_payload_above_6_MB_is_too_large_by_name(int excess)
    {
        const int Limit = 6 * 1024 * 1024;
        using var answer = await PostAsync("ExecuteFlowFunction", new string(' ', Limit + excess));
        await AssertErrorAsync(
            answer,
            HttpStatusCode.RequestEntityTooLarge,
            "RequestEntityTooLargeException",
            "Request must be smaller than 6291456 bytes for the InvokeFunction operation"
        );
    }

    [Theory]
    [InlineData("Event", HttpStatusCode.Accepted)]
    [InlineData("DryRun", HttpStatusCode.NoContent)]
    public async Task An_event_invocation_is_not_awaited_and_a_dry_run_runs_nothing(string type, HttpStatusCode expected)
    {
        using var answer = await PostAsync("ExecuteFlowFunction", ("X-Amz-Invocation-Type", type));
        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("Host", "attacker.example")]
    [InlineData("Origin", "https://attacker.example")]
    public async Task A_web_page_is_refused(string header, string value)
    {
        using var answer = await PostAsync("ExecuteFlowFunction", (header, value));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static async Task AssertErrorAsync(HttpResponseMessage answer, HttpStatusCode status, string error, string message)
    {
        var json = await answer.Content.ReadFromJsonAsync<Dictionary<string, string>>(TestContext.Current.CancellationToken);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(error, answer.Headers.GetValues("x-amzn-ErrorType").Single());
        Assert.Equal("User", json!["Type"]);
        Assert.StartsWith(message, json.GetValueOrDefault("message") ?? json["Message"]);
    }

    private Task<HttpResponseMessage> PostAsync(string function, params IEnumerable<(string Name, string Value)> headers) =>
        PostAsync(function, "{}", "", headers);

    private async Task<HttpResponseMessage> PostAsync(
        string function,
        string payload,
        string query = "",
        params IEnumerable<(string Name, string Value)> headers
    )
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(_endpoint!.Address, $"2015-03-31/functions/{Uri.EscapeDataString(function)}/invocations{query}")
        )
        {
            Content = new StringContent(payload),
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
