using System.Diagnostics;
using Cxf.ApiCalls.Authentication;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Tests.Platform;

namespace Cxf.ApiCalls.Tests.Sending;

public sealed class TimeLimits
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task A_server_that_accepts_and_says_nothing_is_a_timeout()
    {
        await using var crm = new RawServer((_, _, cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken));

        await EndsInTimeAsync(crm.Url, Given.Get("/") with { Timeout = Short }, FailureReason.StepTimedOut);
    }

    [Fact]
    public async Task A_server_that_drips_cannot_hold_the_call()
    {
        await using var crm = new RawServer(async (socket, _, cancellationToken) =>
        {
            await RawServer.ReadHeadersAsync(socket, cancellationToken);
            await RawServer.SendAsync(socket, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 100000\r\n\r\n", cancellationToken);
            while (true)
            {
                await RawServer.SendAsync(socket, "a", cancellationToken);
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellationToken);
            }
        });

        await EndsInTimeAsync(crm.Url, Given.Get("/") with { Timeout = Short }, FailureReason.StepTimedOut);
    }

    [Fact]
    public async Task A_server_that_drips_headers_cannot_hold_the_call()
    {
        await using var crm = new RawServer(async (socket, _, cancellationToken) =>
        {
            await RawServer.ReadHeadersAsync(socket, cancellationToken);
            await RawServer.SendAsync(socket, "HTTP/1.1 200 OK\r\n", cancellationToken);
            while (true)
            {
                await RawServer.SendAsync(socket, "X-A: b\r\n", cancellationToken);
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellationToken);
            }
        });

        await EndsInTimeAsync(crm.Url, Given.Get("/") with { Timeout = Short }, FailureReason.StepTimedOut);
    }

    [Fact]
    public async Task The_limit_to_the_first_byte_is_the_connections_own()
    {
        await using var crm = new RawServer((_, _, cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken));
        var connection = Given.ConnectionTo(crm.Url) with { Timeouts = new ConnectionTimeouts(TimeSpan.FromSeconds(3), Short, TimeSpan.FromSeconds(30)) };

        await EndsInTimeAsync(connection, Given.Get("/"), FailureReason.FirstByteTimedOut);
    }

    [Fact]
    public async Task The_limit_to_the_first_byte_does_not_cut_the_body()
    {
        await using var crm = new RawServer(async (socket, _, cancellationToken) =>
        {
            await RawServer.ReadHeadersAsync(socket, cancellationToken);
            await RawServer.SendAsync(socket, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\na", cancellationToken);
            await Task.Delay(TimeSpan.FromMilliseconds(400), TimeProvider.System, cancellationToken);
            await RawServer.SendAsync(socket, "b", cancellationToken);
        });
        var connection = Given.ConnectionTo(crm.Url) with { Timeouts = new ConnectionTimeouts(TimeSpan.FromSeconds(3), Short, TimeSpan.FromSeconds(30)) };

        Assert.Equal("ab", (await Given.CallAsync(connection, Given.Get("/"))).Answer?.Body.GetString());
    }

    [Fact]
    public async Task The_limit_to_connect_covers_the_tls_handshake()
    {
        await using var crm = new RawServer((_, _, cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken));
        var connection = Given.ConnectionTo(new Uri($"https://localhost:{crm.Port}")) with { Timeouts = new ConnectionTimeouts(Short, null, TimeSpan.FromSeconds(30)) };

        await EndsInTimeAsync(connection, Given.Post("/", "{}"), FailureReason.ConnectTimedOut, retryIsSafe: true);
    }

    [Fact]
    public async Task The_runs_deadline_cuts_the_steps_timeout()
    {
        await using var crm = new RawServer((_, _, cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken));

        await EndsInTimeAsync(crm.Url, Given.Get("/") with { Deadline = TimeProvider.System.GetUtcNow() + Short }, FailureReason.StepTimedOut);
    }

    [Fact]
    public async Task After_the_deadline_nothing_is_sent()
    {
        await using var crm = await PlatformServer.StartAnsweringAsync();

        var outcome = await Given.CallAsync(crm.Url, Given.Post("/", "{}") with { Deadline = TimeProvider.System.GetUtcNow() - TimeSpan.FromMilliseconds(1) });

        Assert.Equal(
            (ErrorWords.ApiTimeout, FailureReason.DeadlinePassed, 0, true),
            (outcome.Failure?.Error, outcome.Failure?.Reason, outcome.Failure?.Attempts, outcome.Failure?.RetryIsSafe));
        Assert.Empty(crm.Seen);
    }

    [Fact]
    public async Task A_slow_secret_store_is_part_of_the_time()
    {
        await using var crm = await PlatformServer.StartAnsweringAsync();
        var connection = Given.ConnectionTo(crm.Url) with { Auth = new BearerAuth() };

        await EndsInTimeAsync(connection, Given.Get("/") with { Timeout = Short }, FailureReason.StepTimedOut, Given.Options with { Secrets = new SilentSecrets() });
        Assert.Empty(crm.Seen);
    }

    private static Task EndsInTimeAsync(Uri url, Cxf.ApiCalls.Requests.ApiCallRequest request, FailureReason reason) =>
        EndsInTimeAsync(Given.ConnectionTo(url), request, reason);

    private static async Task EndsInTimeAsync(
        ApiConnection connection, Cxf.ApiCalls.Requests.ApiCallRequest request, FailureReason reason, ApiCallerOptions? options = null, bool? retryIsSafe = null)
    {
        var watch = Stopwatch.StartNew();
        var outcome = await Given.CallAsync(connection, request, options);

        Assert.Equal((ErrorWords.ApiTimeout, reason), (outcome.Failure?.Error, outcome.Failure?.Reason));
        Assert.InRange(watch.Elapsed, Short - TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(10));
        Assert.Equal(retryIsSafe ?? outcome.Failure!.RetryIsSafe, outcome.Failure!.RetryIsSafe);
    }

    private sealed class SilentSecrets : Secrets.ISecretSource
    {
        public async ValueTask<string?> GetAsync(Secrets.SecretName name, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        }
    }
}
