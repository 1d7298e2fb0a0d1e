using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Cxf.AwsPackages.Tests.RuntimeSupport;

/// <summary>The loop inside a program that does more than run it.</summary>
public sealed class BootstrapTests
{
    [Fact]
    public async Task The_loop_runs_beside_its_caller_and_ends_when_cancelled()
    {
        await using var api = await RuntimeApiServer.StartAsync();
        using var stop = new CancellationTokenSource();
        using var bootstrap = LambdaBootstrapBuilder
            .Create(
                (string input, ILambdaContext context) => $"{input} {context.AwsRequestId}",
                new DefaultLambdaJsonSerializer()
            )
            .ConfigureOptions(options => options.RuntimeApiEndpoint = api.Endpoint)
            .Build();
        var (output, errors) = (Console.Out, Console.Error);
        try
        {
            var run = bootstrap.RunAsync(stop.Token);
            Assert.Equal("\"a req-1\"", (await api.InvokeAsync("\"a\"")).Text);
            Assert.Equal("\"b req-2\"", (await api.InvokeAsync("\"b\"")).Text);
            await stop.CancelAsync();
            await run.WaitAsync(TimeSpan.FromMinutes(10), TestContext.Current.CancellationToken);
        }
        finally
        {
            // The loop makes the console part of the function's log, and this process's console is the tests'.
            Console.SetOut(output);
            Console.SetError(errors);
        }
    }

    [Fact]
    public async Task An_initializer_that_says_no_ends_the_loop_before_it_polls()
    {
        using var bootstrap = LambdaBootstrapBuilder
            .Create(() => Task.CompletedTask)
            .UseBootstrapHandler(() => Task.FromResult(false))
            .ConfigureOptions(options => options.RuntimeApiEndpoint = "127.0.0.1:1")
            .Build();

        // Nobody listens on port 1: had it polled, it would have failed.
        await bootstrap.RunAsync(TestContext.Current.CancellationToken);
    }
}
