using System.Net.Sockets;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Tests.Platform;
using Cxf.Testing;
using Microsoft.AspNetCore.Http;

namespace Cxf.ApiCalls.Tests.Sending;

public sealed class BrokenConnections
{
    [Fact]
    public async Task A_reset_before_the_first_byte_is_a_lost_connection_and_is_not_repeated()
    {
        await using var crm = new RawServer(
            async (socket, _, cancellationToken) =>
            {
                await RawServer.ReadHeadersAsync(socket, cancellationToken);
                RawServer.Reset(socket);
            }
        );

        var outcome = await Given.CallAsync(crm.Url, Given.Post("/", "{}"));

        Assert.Equal(
            (ErrorCodes.ApiUnavailable, FailureReason.ConnectionLost, false, 1, 1),
            (
                outcome.Failure?.Error,
                outcome.Failure?.Reason,
                outcome.Failure?.RetryIsSafe,
                outcome.Failure?.Attempts,
                crm.Connections
            )
        );
    }

    [Fact]
    public async Task A_close_without_an_answer_is_a_lost_connection()
    {
        await using var crm = new RawServer(
            (socket, _, cancellationToken) => RawServer.ReadHeadersAsync(socket, cancellationToken)
        );

        Assert.Equal(FailureReason.ConnectionLost, (await Given.CallAsync(crm.Url, Given.Get("/"))).Failure?.Reason);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nhal")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhal")]
    public async Task A_reset_within_the_answer_is_an_interrupted_answer(string text)
    {
        await using var crm = new RawServer(
            async (socket, _, cancellationToken) =>
            {
                await RawServer.ReadHeadersAsync(socket, cancellationToken);
                await RawServer.SendAsync(socket, text, cancellationToken);
                RawServer.Reset(socket);
            }
        );

        var outcome = await Given.CallAsync(crm.Url, Given.Get("/"));

        Assert.Equal(ErrorCodes.ApiUnavailable, outcome.Failure?.Error);
        Assert.True(outcome.Failure?.Reason is FailureReason.AnswerInterrupted or FailureReason.ConnectionLost);
    }

    [Fact]
    public async Task Half_an_answer_head_is_a_lost_connection()
    {
        await using var crm = RawServer.Answering("HTTP/1.1 200 OK\r\nContent-Ty");

        Assert.Equal(ErrorCodes.ApiUnavailable, (await Given.CallAsync(crm.Url, Given.Get("/"))).Failure?.Error);
    }

    [Fact]
    public async Task A_truncated_chunked_answer_is_an_interrupted_answer()
    {
        await using var crm = RawServer.Answering(
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"
        );

        Assert.Equal(FailureReason.AnswerInterrupted, (await Given.CallAsync(crm.Url, Given.Get("/"))).Failure?.Reason);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    public async Task A_post_on_a_reused_connection_is_never_repeated_automatically(string? body)
    {
        var posts = 0;
        await using var crm = new RawServer(
            async (socket, _, cancellationToken) =>
            {
                while (await RawServer.ReadHeadersAsync(socket, cancellationToken) is { Length: > 0 } head)
                {
                    if (head.StartsWith("POST", StringComparison.Ordinal))
                    {
                        Interlocked.Increment(ref posts);
                        return;
                    }

                    await RawServer.SendAsync(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", cancellationToken);
                }
            }
        );
        using var caller = new ApiCaller(Given.Options);
        await caller.CallAsync(Given.ConnectionTo(crm.Url), Given.Get("/"), Given.Cancellation);

        var request = body is null ? Given.Get("/") with { Method = "POST" } : Given.Post("/", body);
        var outcome = await caller.CallAsync(Given.ConnectionTo(crm.Url), request, Given.Cancellation);

        Assert.Equal((FailureReason.ConnectionLost, false, 1), (outcome.Failure?.Reason, outcome.Failure?.RetryIsSafe, posts));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Over_http_2_an_aborted_stream_is_a_lost_connection(bool afterHeaders)
    {
        await using var crm = await PlatformServer.StartTlsAsync(
            async context =>
            {
                if (afterHeaders)
                {
                    await context.Response.WriteAsync("hal");
                    await context.Response.Body.FlushAsync();
                }

                context.Abort();
            },
            TestCertificates.Localhost
        );

        var outcome = await Given.CallAsync(crm.Url, Given.Post("/", "{}"));

        Assert.Equal(
            (ErrorCodes.ApiUnavailable, afterHeaders ? FailureReason.AnswerInterrupted : FailureReason.ConnectionLost, false),
            (outcome.Failure?.Error, outcome.Failure?.Reason, outcome.Failure?.RetryIsSafe)
        );
    }

    [Fact]
    public async Task A_port_that_refuses_connections_is_unavailable_and_safe_to_retry()
    {
        using var closed = new ClosedPort();
        var outcome = await Given.CallAsync(closed.Address, Given.Post("/", "{}"));

        Assert.Equal(
            (ErrorCodes.ApiUnavailable, FailureReason.ConnectFailed, true, 2),
            (outcome.Failure?.Error, outcome.Failure?.Reason, outcome.Failure?.RetryIsSafe, outcome.Failure?.Attempts)
        );
    }

    [Fact]
    public async Task Opening_a_failed_connection_is_retried_once()
    {
        await using var crm = await PlatformServer.StartAnsweringAsync();
        var names = new PlannedNames().Add("crm.example.com", "127.0.0.2").Add("crm.example.com", "127.0.0.1");

        var outcome = await Given.CallAsync(
            new Uri($"http://crm.example.com:{crm.Url.Port}"),
            Given.Post("/leads", "{}"),
            Given.Options with
            {
                NameResolver = names,
            }
        );

        Assert.Equal((true, 2), (outcome.Succeeded, outcome.Answer?.Attempts));
        Assert.Single(crm.Seen);
    }

    [Fact]
    public async Task An_interrupted_tls_handshake_is_retried_once()
    {
        await using var crm = await PlatformServer.StartTlsAsync(PlatformServer.Answer("{}"), TestCertificates.Localhost);
        await using var gate = new RawServer(
            async (socket, connection, cancellationToken) =>
            {
                if (connection == 1)
                {
                    RawServer.Reset(socket);
                    return;
                }

                using var onward = new TcpClient("127.0.0.1", crm.Url.Port);
                await using var here = new NetworkStream(socket);
                var there = onward.GetStream();
                await Task.WhenAny(here.CopyToAsync(there, cancellationToken), there.CopyToAsync(here, cancellationToken));
            }
        );

        var outcome = await Given.CallAsync(new Uri($"https://localhost:{gate.Port}"), Given.Get("/"));

        Assert.Equal((true, 2), (outcome.Succeeded, outcome.Answer?.Attempts));
    }

    [Theory]
    [InlineData("http")]
    [InlineData("https")]
    public async Task A_reset_at_any_moment_of_a_new_connection_is_a_failure_of_the_third_party(string scheme)
    {
        await using var gate = new RawServer(
            static (socket, _, _) =>
            {
                RawServer.Reset(socket);
                return Task.CompletedTask;
            }
        );
        var url = new Uri($"{scheme}://localhost:{gate.Port}");

        // One of twenty is reset before SocketsHttpHandler has looked at the connection.
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Given.CallAsync(url, Given.Get("/"))));

        Assert.All(outcomes, outcome => Assert.Equal(ErrorCodes.ApiUnavailable, outcome.Failure?.Error));
    }

    [Fact]
    public async Task All_addresses_of_a_name_are_tried()
    {
        await using var crm = await PlatformServer.StartAnsweringAsync();
        var names = new PlannedNames().Add("crm.example.com", "127.0.0.2", "127.0.0.3", "127.0.0.1");

        var outcome = await Given.CallAsync(
            new Uri($"http://crm.example.com:{crm.Url.Port}"),
            Given.Get("/"),
            Given.Options with
            {
                NameResolver = names,
            }
        );

        Assert.Equal((true, 1, 1), (outcome.Succeeded, outcome.Answer?.Attempts, names.Questions));
    }

    [Fact]
    public async Task A_name_without_addresses_is_unavailable()
    {
        var outcome = await Given.CallAsync(
            new Uri("http://nowhere.example.com"),
            Given.Get("/"),
            Given.Options with
            {
                NameResolver = new PlannedNames(),
            }
        );

        Assert.Equal(
            (ErrorCodes.ApiUnavailable, FailureReason.NameNotResolved),
            (outcome.Failure?.Error, outcome.Failure?.Reason)
        );
    }
}
