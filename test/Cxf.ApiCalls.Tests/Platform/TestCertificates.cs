using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Cxf.ApiCalls.Tests.Platform;

/// <summary>A certificate authority of the tests' own, and certificates that it signs.</summary>
internal static class TestCertificates
{
    private static readonly DateTimeOffset Start = TimeProvider.System.GetUtcNow().AddDays(-30);

    public static X509Certificate2 Root { get; } = CreateRoot();

    /// <summary>A valid certificate for <c>localhost</c>.</summary>
    public static X509Certificate2 Localhost { get; } = Sign("localhost", Start.AddDays(60));

    /// <summary>A certificate for <c>localhost</c> whose time is over.</summary>
    public static X509Certificate2 Expired { get; } = Sign("localhost", Start.AddDays(1));

    /// <summary>A valid certificate for another name.</summary>
    public static X509Certificate2 OtherName { get; } = Sign("other.example.com", Start.AddDays(60));

    /// <summary>A certificate for <c>localhost</c> that nobody vouches for.</summary>
    public static X509Certificate2 SelfSigned { get; } = CreateSelfSigned();

    /// <summary>A client's certificate and key as PEM.</summary>
    public static (string Certificate, string Key) Client { get; } = CreateClient();

    private static X509Certificate2 CreateRoot()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=CXF test root", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.DigitalSignature, true)
        );
        return Reload(request.CreateSelfSigned(Start, Start.AddDays(90)));
    }

    private static X509Certificate2 Sign(string name, DateTimeOffset end)
    {
        using var key = TestKeys.OpenRsa();
        using var certificate = Request(name, key).Create(Root, Start, end, RandomNumberGenerator.GetBytes(8));
        return Reload(certificate.CopyWithPrivateKey(key));
    }

    private static X509Certificate2 CreateSelfSigned()
    {
        using var key = TestKeys.OpenRsa();
        return Reload(Request("localhost", key).CreateSelfSigned(Start, Start.AddDays(60)));
    }

    private static (string Certificate, string Key) CreateClient()
    {
        using var key = TestKeys.OpenRsa();
        using var certificate = Request("cxf-client", key)
            .Create(Root, Start, Start.AddDays(60), RandomNumberGenerator.GetBytes(8));
        return (certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }

    private static CertificateRequest Request(string name, RSA key)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        return request;
    }

    private static X509Certificate2 Reload(X509Certificate2 certificate) =>
        X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
}
