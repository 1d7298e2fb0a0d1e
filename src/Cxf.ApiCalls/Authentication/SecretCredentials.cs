using System.Security.Cryptography.X509Certificates;
using System.Text;
using Cxf.ApiCalls.Requests;
using Cxf.ApiCalls.Secrets;

namespace Cxf.ApiCalls.Authentication;

/// <summary>Credentials that come from the secret alone.</summary>
internal static class SecretCredentials
{
    /// <summary>The credentials, or null when the secret lacks what the kind needs.</summary>
    public static Credentials? From(ApiAuth auth, ConnectionSecret secret, X509Certificate2? certificate) =>
        auth switch
        {
            NoAuth => new Credentials { Certificate = certificate },
            BasicAuth => Basic(secret["username"], secret["password"] ?? "", certificate),
            BearerAuth => secret["token"] is { } token && HeaderRules.IsValue(token) ? Bearer(token, certificate, []) : null,
            ApiKeyHeaderAuth { Header: var header } => secret["key"] is { } key && HeaderRules.IsValue(key)
                ? new Credentials
                {
                    Header = new(header, key),
                    Certificate = certificate,
                    Mask = new EchoMask(key),
                }
                : null,
            ApiKeyQueryAuth { Parameter: var parameter } => secret["key"] is { } key
                ? new Credentials
                {
                    QueryParameter = new(parameter, key),
                    Certificate = certificate,
                    Mask = new EchoMask(key),
                }
                : null,
            AwsSignatureAuth scope => Aws(scope, secret, certificate),
            _ => null,
        };

    public static Credentials Bearer(string token, X509Certificate2? certificate, IEnumerable<string?> otherSecrets) =>
        new()
        {
            Header = new("Authorization", $"Bearer {token}"),
            Certificate = certificate,
            Mask = new EchoMask([token, .. otherSecrets]),
        };

    private static Credentials? Basic(string? username, string password, X509Certificate2? certificate)
    {
        // A colon would end the user name early (RFC 7617 section 2).
        if (username is null || username.Contains(':'))
        {
            return null;
        }

        var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password}"));
        return new Credentials
        {
            Header = new("Authorization", $"Basic {pair}"),
            Certificate = certificate,
            Mask = new EchoMask(pair, password),
        };
    }

    private static Credentials? Aws(AwsSignatureAuth scope, ConnectionSecret secret, X509Certificate2? certificate) =>
        secret["accessKeyId"] is { } id
        && secret["secretAccessKey"] is { } key
        && HeaderRules.IsText(id)
        && HeaderRules.IsText(secret["sessionToken"] ?? "")
            ? new Credentials
            {
                SigningKey = new AwsSigningKey(id, key, secret["sessionToken"], scope),
                Certificate = certificate,
                Mask = new EchoMask(id, key, secret["sessionToken"]),
            }
            : null;
}
