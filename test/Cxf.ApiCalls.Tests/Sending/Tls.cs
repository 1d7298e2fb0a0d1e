using System.Security.Cryptography.X509Certificates;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Tests.Platform;

namespace Cxf.ApiCalls.Tests.Sending;

public sealed class Tls
{
    [Fact]
    public async Task Over_tls_the_call_speaks_http_2()
    {
        await using var crm = await PlatformServer.StartTlsAsync(
            PlatformServer.Answer("""{"a":1}"""),
            TestCertificates.Localhost
        );

        var outcome = await Given.CallAsync(crm.Url, Given.Post("/", """{"b":2}"""));

        Assert.Equal("""{"a":1}""", outcome.Answer?.Body.GetRawText());
        Assert.Equal(("HTTP/2", """{"b":2}"""), (crm.Seen.Single().Protocol, crm.Seen.Single().Text));
    }

    [Fact]
    public async Task Many_calls_share_one_http_2_connection()
    {
        await using var crm = await PlatformServer.StartTlsAsync(PlatformServer.Answer("{}"), TestCertificates.Localhost);
        var records = new RecordedAttempts();
        using var caller = new ApiCaller(Given.Options with { Log = records });
        await caller.CallAsync(Given.ConnectionTo(crm.Url), Given.Get("/"), Given.Cancellation);

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(_ => caller.CallAsync(Given.ConnectionTo(crm.Url), Given.Get("/"), Given.Cancellation).AsTask())
        );

        Assert.All(outcomes, outcome => Assert.True(outcome.Succeeded));
        Assert.Single(records.All, record => record.Connect is not null);
    }

    [Fact]
    public async Task An_expired_certificate_is_refused() => await RefusedAsync(TestCertificates.Expired);

    [Fact]
    public async Task A_self_signed_certificate_is_refused() => await RefusedAsync(TestCertificates.SelfSigned);

    [Fact]
    public async Task A_certificate_for_another_name_is_refused() => await RefusedAsync(TestCertificates.OtherName);

    [Fact]
    public async Task A_private_authority_is_trusted_only_where_the_deployment_says_so()
    {
        await using var crm = await PlatformServer.StartTlsAsync(PlatformServer.Answer("{}"), TestCertificates.Localhost);

        var outcome = await Given.CallAsync(
            crm.Url,
            Given.Get("/"),
            Given.Options with
            {
                Policy = Given.Options.Policy with { TrustedRoots = [] },
            }
        );

        Assert.Equal(FailureReason.CertificateRefused, outcome.Failure?.Reason);
    }

    [Fact]
    public async Task A_server_that_does_not_speak_tls_is_unavailable()
    {
        await using var crm = new RawServer(
            async (socket, _, cancellationToken) =>
            {
                await socket.ReceiveAsync(new byte[1], cancellationToken);
                await RawServer.SendAsync(socket, "HTTP/1.1 400 Bad Request\r\n\r\n", cancellationToken);
            }
        );

        var outcome = await Given.CallAsync(new Uri($"https://localhost:{crm.Port}"), Given.Get("/"));

        Assert.Equal((ErrorCodes.ApiUnavailable, FailureReason.TlsFailed), (outcome.Failure?.Error, outcome.Failure?.Reason));
    }

    private static async Task RefusedAsync(X509Certificate2 certificate)
    {
        await using var crm = await PlatformServer.StartTlsAsync(PlatformServer.Answer("{}"), certificate);

        var outcome = await Given.CallAsync(crm.Url, Given.Post("/", "{}"));

        Assert.Equal(
            (ErrorCodes.ApiMisconfigured, FailureReason.CertificateRefused, true),
            (outcome.Failure?.Error, outcome.Failure?.Reason, outcome.Failure?.RetryIsSafe)
        );
        Assert.Empty(crm.Seen);
    }
}
