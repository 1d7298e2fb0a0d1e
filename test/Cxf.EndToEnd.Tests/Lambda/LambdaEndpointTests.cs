using System.Net;
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
        Assert.Contains("\"eventId\":2000", log);
        Assert.Equal(1, log.Split("START RequestId").Length - 1);
        Assert.InRange(log.Length, 1, 4096);
    }

    [Fact]
    public async Task Without_log_type_Tail_the_log_is_not_in_the_answer()
    {
        using var answer = await PostAsync("CallApiFunction");
        Assert.False(answer.Headers.Contains("X-Amz-Log-Result"));
    }

    [Fact]
    public async Task A_function_that_is_not_there_is_not_found()
    {
        using var answer = await PostAsync("NoSuchFunction");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("ResourceNotFoundException", answer.Headers.GetValues("x-amzn-ErrorType").Single());
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

    private async Task<HttpResponseMessage> PostAsync(string function, params IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(_endpoint!.Address, $"2015-03-31/functions/{Uri.EscapeDataString(function)}/invocations")
        )
        {
            Content = new StringContent("{}"),
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
