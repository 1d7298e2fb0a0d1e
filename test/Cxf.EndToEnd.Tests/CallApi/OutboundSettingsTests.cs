using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Cxf.ApiCalls.Outbound;
using Cxf.EndToEnd.Tests.Lambda;
using Cxf.Local.Templates;

namespace Cxf.EndToEnd.Tests.CallApi;

/// <summary>What a deployment's parameters open reaches CallApi through its environment, and no other function.</summary>
public sealed class OutboundSettingsTests
{
    [Fact]
    public void By_default_a_deployment_opens_nothing()
    {
        var policy = PolicyOf("CallApi");
        Assert.True(policy is { AllowPlainHttp: false, AllowLoopback: false, PrivateRanges.Count: 0, TrustedRoots.Count: 0 });
    }

    [Fact]
    public void The_templates_parameters_become_CallApis_policy()
    {
        using var key = RSA.Create(2048);
        using var root = new CertificateRequest(
            "CN=Example root",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        ).CreateSelfSigned(TimeProvider.System.GetUtcNow(), TimeProvider.System.GetUtcNow().AddDays(1));
        var parameters = new[]
        {
            ("AllowedPrivateRanges", "10.20.0.0/16,fd12::/16"),
            ("AllowPlainHttp", "true"),
            ("TrustedRoots", root.ExportCertificatePem().ReplaceLineEndings(" ")),
        };

        var policy = PolicyOf("CallApi", parameters);

        Assert.Equal([IPNetwork.Parse("10.20.0.0/16"), IPNetwork.Parse("fd12::/16")], policy.PrivateRanges);
        Assert.True(policy is { AllowPlainHttp: true, AllowLoopback: false });
        Assert.Equal(root.Thumbprint, Assert.Single(policy.TrustedRoots).Thumbprint);
        Assert.Equal(OutboundPolicy.Default.PrivateRanges, PolicyOf("ExecuteFlow", parameters).PrivateRanges);
    }

    private static OutboundPolicy PolicyOf(string function, params IEnumerable<(string Name, string Value)> parameters)
    {
        var template = ServerlessTemplate.Read(
            DeployedProcesses.TemplateFile,
            parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value)
        );
        return OutboundPolicy.FromSettings(
            template.Functions.Single(one => one.IsCalled(function)).Environment.GetValueOrDefault
        );
    }
}
