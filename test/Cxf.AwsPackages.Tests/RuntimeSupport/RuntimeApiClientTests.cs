using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.RuntimeSupport.RuntimeApi;
using Amazon.Lambda.TestUtilities;

namespace Cxf.AwsPackages.Tests.RuntimeSupport;

/// <summary>The Runtime API client alone, against servers that do not behave.</summary>
public sealed class RuntimeApiClientTests
{
    [Fact]
    public async Task A_waiting_call_ends_when_the_client_is_closed()
    {
        await using var api = await RuntimeApiServer.StartAsync();
        using var client = new RuntimeApiClient(api.Endpoint);
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var call = Task.Factory.StartNew(
            () =>
            {
                waiting.SetResult();
                client.Next(null, new TestLambdaLogger());
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        await waiting.Task;
        client.Close();

        await Assert.ThrowsAnyAsync<Exception>(() =>
            call.WaitAsync(TimeSpan.FromMinutes(10), TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task A_server_that_ends_idle_connections_is_asked_again()
    {
        await using var api = await RuntimeApiServer.StartAsync();
        api.CloseAfterEach = true;
        using var client = new RuntimeApiClient(api.Endpoint);

        for (var turn = 1; turn <= 3; turn++)
        {
            api.Send("{}");
            using var invocation = client.Next(null, new TestLambdaLogger());
            Assert.Equal("req-" + turn, invocation.LambdaContext.AwsRequestId);
            client.SendResponse(invocation.LambdaContext.AwsRequestId, "{}"u8);
        }
    }

    [Fact]
    public async Task A_broken_environment_ends_the_loop()
    {
        await using var api = await RuntimeApiServer.StartAsync();
        api.Verdict = _ => 500;
        using var client = new RuntimeApiClient(api.Endpoint);

        var error = Assert.Throws<RuntimeApiClientException>(() => client.SendResponse("req-1", "{}"u8));

        Assert.Equal(500, error.StatusCode);
    }

    [Fact]
    public void A_runtime_api_that_is_not_there_is_named()
    {
        using var client = new RuntimeApiClient("127.0.0.1:1");

        var error = Assert.Throws<RuntimeApiClientException>(() => client.Next(null, new TestLambdaLogger()));

        Assert.Contains("127.0.0.1:1", error.Message);
        Assert.Equal(0, error.StatusCode);
    }

    [Fact]
    public async Task A_refused_answer_concerns_one_invocation_only()
    {
        await using var api = await RuntimeApiServer.StartAsync();
        api.Verdict = _ => 400;
        using var client = new RuntimeApiClient(api.Endpoint);

        client.SendResponse("req-1", "{}"u8);

        Assert.Equal("invocation/req-1/response", (await api.AnswerAsync()).Path);
    }

    [Fact]
    public async Task A_warm_invocation_allocates_little()
    {
        // What the handler can see: a stream, a context and the texts in it. Nothing for HTTP.
        const int AllowedBytes = 600;
        const int Invocations = 200;
        await using var api = await RuntimeApiServer.StartAsync();
        using var client = new RuntimeApiClient(api.Endpoint);
        var log = new TestLambdaLogger();
        void Serve()
        {
            api.Send("""{"Name":"Ada"}""", response => response.Headers["Lambda-Runtime-Trace-Id"] = "Root=1-2-3");
            using var invocation = client.Next(null, log);
            client.SendResponse(invocation.LambdaContext.AwsRequestId, "{}"u8);
        }

        for (var turn = 0; turn < Invocations; turn++)
        {
            Serve();
        }

        var sent = Allocated(() => api.Send("{}"));
        var all = Allocated(Serve);
        Assert.InRange(all - sent, 0, AllowedBytes);

        static long Allocated(Action act)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            act();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
