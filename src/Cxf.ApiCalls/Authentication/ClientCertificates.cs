using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Cxf.ApiCalls.Secrets;

namespace Cxf.ApiCalls.Authentication;

/// <summary>Reads the certificate that a connection shows in the TLS handshake.</summary>
internal static class ClientCertificates
{
    public static bool TryRead(ConnectionSecret secret, [NotNullWhen(true)] out X509Certificate2? certificate)
    {
        certificate = null;
        if (secret["clientCertificate"] is not { } pem || secret["clientCertificateKey"] is not { } key)
        {
            return false;
        }

        try
        {
            certificate = X509Certificate2.CreateFromPem(pem, key);
            return true;
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            return false;
        }
    }
}
