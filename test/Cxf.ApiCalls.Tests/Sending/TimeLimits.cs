using System.Net.Sockets;
using Cxf.ApiCalls.Authentication;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Requests;
using Cxf.ApiCalls.Tests.Platform;

namespace Cxf.ApiCalls.Tests.Sending;

public sealed class TimeLimits
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Drip = TimeSpan.FromMilliseconds(20);

    private readonly WatchedTime _time = new();
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ApiCallerOptions Options => Given.Options with { TimeProvider = _time };

    [Fact]
    public async Task A_server_that_accepts_and_says_nothing_is_a_timeout()
    {
        await using var crm = SilentServer();

        await EndsInTimeAsync(crm.Url, Given.Get("/") with { Timeout = Limit }, FailureReason.StepTimedOut);
    }

    [Fact]
    public async Task A_server_that_drips_cannot_hold_the_call()
    {
        await using var crm = new RawServer(
            async (socket, _, cancellationToken) =>
            {
                await RawServer.ReadHeadersAsync(socket, cancellationToken);
                await RawServer.SendAsync(
                    socket,
                    "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 100000\r\n\r\n",
                    cancellationToken
                );
                await DripAsync(socket, "a", cancellationToken);
            }
        );

        await EndsInTimeAsync(crm.Url, Given.Get("/") with { Timeout = Limit }, FailureReason.StepTimedOut);
    }

    [Fact]
    public async Task A_server_that_drips_headers_cannot_hold_the_call()
    {
        await using var crm = new RawServer(
            async (socket, _, cancellationToken) =>
            {
                await RawServer.ReadHeadersAsync(socket, cancellationToken);
                await RawServer.SendAsync(socket, "HTTP/1.1 200 OK\r\n", cancellationToken);
                await DripAsync(socket, "X-A: b\r\n", cancellationToken);
            }
        );

        await EndsInTimeAsync(crm.Url, Given.Get("/") with { Timeout = Limit }, FailureReason.StepTimedOut);
    }

    [Fact]
    public async Task The_limit_to_the_first_byte_is_the_connections_own()
    {
        await using var crm = SilentServer();
        var connection = Given.ConnectionTo(crm.Url) with { Timeouts = WithFirstByte(Limit) };

        await EndsInTimeAsync(connection, Given.Get("/"), FailureReason.FirstByteTimedOut, Options);
    }

    [Fact]
    public async Task The_limit_to_the_first_byte_does_not_cut_the_body()
    {
        var bodyMayEnd = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var crm = new RawServer(
            async (socket, _, cancellationToken) =>
            {
                await RawServer.ReadHeadersAsync(socket, cancellationToken);
                await RawServer.SendAsync(
                    socket,
                    "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\na",
                    cancellationToken
                );
                await bodyMayEnd.Task.WaitAsync(cancellationToken);
                await RawServer.SendAsync(socket, "b", cancellationToken);
            }
        );
        var connection = Given.ConnectionTo(crm.Url) with { Timeouts = WithFirstByte(Limit) };

        var call = Given.CallAsync(connection, Given.Get("/"), Options);
        await _time.UntilWaitOfAsync(Limit);
        await _time.UntilWaitOfAsync(connection.Timeouts.Total);
        _time.Advance(2 * Limit);
        bodyMayEnd.SetResult();

        Assert.Equal("ab", (await call).Answer?.Body.GetString());
    }

    [Fact]
    public async Task The_limit_to_connect_covers_the_tls_handshake()
    {
        // The one limit that the runtime keeps by the machine's own clock; the others are far off.
        await using var crm = SilentServer();
        var timeouts = new ConnectionTimeouts(TimeSpan.FromMilliseconds(300), null, TimeSpan.FromMinutes(10));
        var connection = Given.ConnectionTo(new Uri($"https://localhost:{crm.Port}")) with { Timeouts = timeouts };

        var failure = (await Given.CallAsync(connection, Given.Post("/", "{}"))).Failure;

        Assert.Equal(
            (ErrorCodes.ApiTimeout, FailureReason.ConnectTimedOut, true),
            (failure?.Error, failure?.Reason, failure?.RetryIsSafe)
        );
    }

    [Fact]
    public async Task The_runs_deadline_cuts_the_steps_timeout()
    {
        await using var crm = SilentServer();

        await EndsInTimeAsync(crm.Url, Given.Get("/") with { Deadline = _time.GetUtcNow() + Limit }, FailureReason.StepTimedOut);
    }

    [Fact]
    public async Task After_the_deadline_nothing_is_sent()
    {
        await using var crm = await PlatformServer.StartAnsweringAsync();

        var outcome = await Given.CallAsync(
            crm.Url,
            Given.Post("/", "{}") with
            {
                Deadline = TimeProvider.System.GetUtcNow() - TimeSpan.FromMilliseconds(1),
            }
        );

        Assert.Equal(
            (ErrorCodes.ApiTimeout, FailureReason.DeadlinePassed, 0, true),
            (outcome.Failure?.Error, outcome.Failure?.Reason, outcome.Failure?.Attempts, outcome.Failure?.RetryIsSafe)
        );
        Assert.Empty(crm.Seen);
    }

    [Fact]
    public async Task A_slow_secret_store_is_part_of_the_time()
    {
        await using var crm = await PlatformServer.StartAnsweringAsync();
        var connection = Given.ConnectionTo(crm.Url) with { Auth = new BearerAuth() };

        await EndsInTimeAsync(
            connection,
            Given.Get("/") with
            {
                Timeout = Limit,
            },
            FailureReason.StepTimedOut,
            Options with
            {
                Secrets = new SilentSecrets(_asked),
            }
        );
        Assert.Empty(crm.Seen);
    }

    private Task EndsInTimeAsync(Uri url, ApiCallRequest request, FailureReason reason) =>
        EndsInTimeAsync(Given.ConnectionTo(url), request, reason, Options);

    /// <summary>The call ends when its limit is over: not before, and no later, though its counterpart never ends.</summary>
    private async Task EndsInTimeAsync(
        ApiConnection connection,
        ApiCallRequest request,
        FailureReason reason,
        ApiCallerOptions options
    )
    {
        var call = Given.CallAsync(connection, request, options);
        await _asked.Task;
        _time.Advance(Limit - TimeSpan.FromMilliseconds(1));
        Assert.False(call.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        var failure = (await call).Failure;
        Assert.Equal((ErrorCodes.ApiTimeout, reason, Limit), (failure?.Error, failure?.Reason, failure?.Duration));
    }

    private static ConnectionTimeouts WithFirstByte(TimeSpan limit) =>
        new(TimeSpan.FromMinutes(10), limit, TimeSpan.FromSeconds(30));

    /// <summary>A server that accepts, reads what it is asked, and says nothing.</summary>
    private RawServer SilentServer() =>
        new(
            async (socket, _, cancellationToken) =>
            {
                await RawServer.ReadHeadersAsync(socket, cancellationToken);
                _asked.TrySetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
        );

    /// <summary>Sends a text again and again, until the other side has had enough.</summary>
    private async Task DripAsync(Socket socket, string text, CancellationToken cancellationToken)
    {
        while (true)
        {
            await RawServer.SendAsync(socket, text, cancellationToken);
            _asked.TrySetResult();
            await Task.Delay(Drip, _time, cancellationToken);
        }
    }

    private sealed class SilentSecrets(TaskCompletionSource asked) : Secrets.ISecretSource
    {
        public async ValueTask<string?> GetAsync(Secrets.SecretName name, CancellationToken cancellationToken)
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        }
    }
}
