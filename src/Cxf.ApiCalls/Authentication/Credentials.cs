using System.Security.Cryptography.X509Certificates;
using Cxf.ApiCalls.Secrets;

namespace Cxf.ApiCalls.Authentication;

/// <summary>
/// Credentials ready to be added to requests. The class has no text of its own, so that nothing prints it by accident.
/// </summary>
internal sealed class Credentials
{
    /// <summary>The proof of kind <c>none</c>.</summary>
    public static Credentials None { get; } = new();

    /// <summary>A header to add.</summary>
    public KeyValuePair<string, string>? Header { get; init; }

    /// <summary>A query parameter to add.</summary>
    public KeyValuePair<string, string>? QueryParameter { get; init; }

    /// <summary>The key to sign requests with.</summary>
    public AwsSigningKey? SigningKey { get; init; }

    /// <summary>The certificate to show in the TLS handshake.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Finds these credentials where an answer echoes them.</summary>
    public EchoMask Mask { get; init; } = EchoMask.Nothing;

    /// <summary>The secret that they come from, also where a token was made with it; null of kind <c>none</c>.</summary>
    public SecretIdentity? Secret { get; set; }

    /// <summary>Whether a third party that refused the others must refuse these.</summary>
    public bool ProvesTheSameAs(Credentials other) =>
        Header.Equals(other.Header)
        && QueryParameter.Equals(other.QueryParameter)
        && Certificate?.Thumbprint == other.Certificate?.Thumbprint
        && SigningKey?.SecretAccessKey == other.SigningKey?.SecretAccessKey
        && SigningKey?.SessionToken == other.SigningKey?.SessionToken;

    public override string ToString() => "(credentials)";
}
