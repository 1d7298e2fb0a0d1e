using System.Text;
using Cxf.ApiCalls.Secrets;

namespace Cxf.ApiCalls.Authentication;

/// <summary>A request to a token endpoint.</summary>
/// <param name="Form">The form's fields.</param>
/// <param name="Authorization">The client's Basic header, or null if the form authenticates the client.</param>
/// <param name="Secrets">The parts that must be masked.</param>
internal sealed record TokenGrant(
    IReadOnlyList<KeyValuePair<string, string>> Form,
    string? Authorization,
    IReadOnlyList<string?> Secrets
)
{
    /// <summary>The grant of an auth kind; null if the secret lacks a required member.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The private key cannot be used.</exception>
    public static TokenGrant? For(
        TokenEndpointAuth auth,
        ConnectionSecret secret,
        RefreshTokenRotation rotation,
        DateTimeOffset now
    ) =>
        auth switch
        {
            ClientCredentialsAuth client => ForClientCredentials(client, secret),
            RefreshTokenAuth refresh => ForRefreshToken(refresh, secret, rotation.Current(secret)),
            JwtBearerAuth jwt => ForJwt(jwt, secret, now),
            _ => null,
        };

    public override string ToString() => "(grant)";

    private static TokenGrant? ForClientCredentials(ClientCredentialsAuth auth, ConnectionSecret secret) =>
        secret["clientId"] is { } id && secret["clientSecret"] is { } clientSecret
            ? Build("client_credentials", auth, [], id, clientSecret, auth.SecretInBody, [clientSecret])
            : null;

    private static TokenGrant? ForRefreshToken(RefreshTokenAuth auth, ConnectionSecret secret, string? refreshToken) =>
        secret["clientId"] is { } id && refreshToken is not null
            ? Build(
                "refresh_token",
                auth,
                [new("refresh_token", refreshToken)],
                id,
                secret["clientSecret"],
                auth.SecretInBody,
                [secret["clientSecret"], refreshToken]
            )
            : null;

    private static TokenGrant? ForJwt(JwtBearerAuth auth, ConnectionSecret secret, DateTimeOffset now)
    {
        if (secret["clientId"] is not { } issuer || secret["privateKey"] is not { } privateKey)
        {
            return null;
        }

        var assertion = JwtAssertion.Create(auth, issuer, privateKey, now);
        var form = Fields("urn:ietf:params:oauth:grant-type:jwt-bearer", auth.Scope, null, [new("assertion", assertion)]);
        return new TokenGrant(form, null, [assertion]);
    }

    private static TokenGrant Build(
        string grantType,
        TokenEndpointAuth auth,
        List<KeyValuePair<string, string>> own,
        string clientId,
        string? clientSecret,
        bool inBody,
        string?[] secrets
    )
    {
        if (!inBody && clientSecret is not null)
        {
            // Both parts are form-encoded before they are joined (RFC 6749 section 2.3.1).
            var client = $"{Uri.EscapeDataString(clientId)}:{Uri.EscapeDataString(clientSecret)}";
            var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes(client));
            return new TokenGrant(Fields(grantType, auth.Scope, auth.Audience, own), $"Basic {pair}", [.. secrets, pair]);
        }

        own.Add(new("client_id", clientId));
        if (clientSecret is not null)
        {
            own.Add(new("client_secret", clientSecret));
        }

        return new TokenGrant(Fields(grantType, auth.Scope, auth.Audience, own), null, secrets);
    }

    private static List<KeyValuePair<string, string>> Fields(
        string grantType,
        string? scope,
        string? audience,
        List<KeyValuePair<string, string>> own
    )
    {
        List<KeyValuePair<string, string>> fields = [new("grant_type", grantType), .. own];
        if (scope is not null)
        {
            fields.Add(new("scope", scope));
        }

        if (audience is not null)
        {
            fields.Add(new("audience", audience));
        }

        return fields;
    }
}

/// <summary>
/// The refresh token that the endpoint gave in exchange for the last one (RFC 6749 section 6). It is kept in memory only, and
/// only as long as the secret that it came from is unchanged.
/// </summary>
internal sealed class RefreshTokenRotation
{
    private ConnectionSecret? _origin;
    private string? _token;

    public void Keep(ConnectionSecret origin, string token) => (_origin, _token) = (origin, token);

    public string? Current(ConnectionSecret secret) =>
        _origin is not null && _origin.HasSameMembersAs(secret) ? _token : secret["refreshToken"];
}
