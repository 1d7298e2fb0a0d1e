using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace Cxf.AwsPackages.Tests.StepFunctions;

/// <summary>The SDK's standard retries.</summary>
public sealed class RetryTests
{
    [Fact]
    public async Task An_unavailable_service_is_asked_again_with_the_attempt_in_a_header()
    {
        await using var server = await StepFunctionsServer.StartAsync(
            new StubAnswer(503, ""),
            StubAnswer.Ok("""{"executionArn":"arn:e"}""")
        );
        using var client = server.Client();

        var answer = await StartAsync(client);

        Assert.Equal("arn:e", answer.ExecutionArn);
        Assert.Equal(
            ["attempt=1; max=3", "attempt=2; max=3"],
            server.Requests.Select(request => request.Headers["amz-sdk-request"])
        );
        Assert.Single(server.Requests.Select(request => request.Text).Distinct());
    }

    [Fact]
    public async Task A_throttled_request_is_tried_three_times()
    {
        await using var server = await StepFunctionsServer.StartAsync(StubAnswer.Error("ThrottlingException", "Rate exceeded"));
        using var client = server.Client();

        var error = await Assert.ThrowsAsync<AmazonStepFunctionsException>(() => StartAsync(client));

        Assert.Equal("ThrottlingException", error.ErrorCode);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task No_retry_is_made_where_the_configuration_says_so()
    {
        await using var server = await StepFunctionsServer.StartAsync(new StubAnswer(503, ""));
        using var client = server.Client(config => config.MaxErrorRetry = 0);

        await Assert.ThrowsAsync<AmazonStepFunctionsException>(() => StartAsync(client));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_cancelled_call_ends_at_once()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await StepFunctionsServer.StartAsync(
            async (_, _, aborted) =>
            {
                arrived.SetResult();
                await Task.Delay(Timeout.Infinite, aborted);
                return StubAnswer.Ok("{}");
            }
        );
        using var client = server.Client();
        using var cancel = new CancellationTokenSource();

        var call = client.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = "m" }, cancel.Token);
        await arrived.Task.WaitAsync(TestContext.Current.CancellationToken);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(server.Requests);
    }

    private static Task<StartExecutionResponse> StartAsync(AmazonStepFunctionsClient client) =>
        client.StartExecutionAsync(new StartExecutionRequest { StateMachineArn = "m" }, TestContext.Current.CancellationToken);
}
