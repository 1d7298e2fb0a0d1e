using System.Security.Cryptography.X509Certificates;
using Cxf.ApiCalls.Outbound;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Tests.Platform;

namespace Cxf.ApiCalls.Tests.Outbound;

public sealed class TrustedRoots
{
    public static TheoryData<string> Spellings =>
        [Pem, Pem.ReplaceLineEndings(" "), Pem + "\n" + TestCertificates.SelfSigned.ExportCertificatePem()];

    private static string Pem => TestCertificates.Root.ExportCertificatePem();

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task A_deployment_can_trust_its_own_certificate_authority(string setting)
    {
        await using var crm = await PlatformServer.StartTlsAsync(PlatformServer.Answer("{}"), TestCertificates.Localhost);

        Assert.True((await CallAsync(crm, setting)).Succeeded);
        Assert.Equal(FailureReason.CertificateRefused, (await CallAsync(crm, null)).Failure?.Reason);
    }

    [Fact]
    public void The_systems_authorities_remain_trusted()
    {
        using var system = new X509Store(StoreName.Root, StoreLocation.LocalMachine, OpenFlags.ReadOnly);
        using var handlers = new OutboundHandlers(
            new OutboundPolicy { TrustedRoots = [TestCertificates.Root] },
            new PlannedNames(),
            TimeProvider.System
        );

        var trusted = handlers.ChainPolicy!.CustomTrustStore;

        Assert.Equal(system.Certificates.Count + 1, trusted.Count);
        Assert.Contains(TestCertificates.Root, trusted);
    }

    [Theory]
    [InlineData("not a certificate")]
    [InlineData("-----BEGIN CERTIFICATE----- AAAA -----END CERTIFICATE-----")]
    public void An_invalid_trusted_root_stops_the_function_before_it_makes_calls(string setting)
    {
        var problem = Assert.Throws<FormatException>(() => Policy(setting));

        Assert.StartsWith(OutboundPolicy.TrustedRootsSetting, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("AAAA", problem.Message, StringComparison.Ordinal);
    }

    private static Task<ApiCallOutcome> CallAsync(PlatformServer crm, string? setting) =>
        Given.CallAsync(crm.Url, Given.Get("/"), Given.Options with { Policy = Policy(setting) });

    private static OutboundPolicy Policy(string? setting) =>
        OutboundPolicy.FromSettings(name =>
            name == OutboundPolicy.TrustedRootsSetting ? setting
            : name == OutboundPolicy.LocalSetting ? "true"
            : null
        );
}
