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
    public static TokenGrant? For(TokenEndpointAuth auth, ConnectionSecret secret, string? refreshToken, DateTimeOffset now)
    {
        if (secret["clientId"] is not { } clientId)
        {
            return null;
        }

        return auth switch
        {
            ClientCredentialsAuth client => Authenticate(
                Fields("client_credentials", auth, auth.Audience),
                new Client(auth, clientId, secret, client.SecretInBody, IsPublic: false),
                now
            ),
            RefreshTokenAuth refresh when refreshToken is not null => Authenticate(
                [.. Fields("refresh_token", auth, auth.Audience), new("refresh_token", refreshToken)],
                new Client(auth, clientId, secret, refresh.SecretInBody, IsPublic: true),
                now
            )
                is { } grant
                ? grant with
                {
                    Secrets = [.. grant.Secrets, refreshToken],
                }
                : null,
            JwtBearerAuth jwt => ForJwt(jwt, clientId, secret, now),
            _ => null,
        };
    }

    public override string ToString() => "(grant)";

    private static TokenGrant? ForJwt(JwtBearerAuth auth, string clientId, ConnectionSecret secret, DateTimeOffset now)
    {
        if (secret["privateKey"] is not { } privateKey)
        {
            return null;
        }

        var claims = new JwtClaims(clientId, auth.Subject, auth.Audience ?? auth.TokenUrl.AbsoluteUri, auth.KeyId);
        var assertion = JwtAssertion.Create(claims, privateKey, now);
        List<KeyValuePair<string, string>> form =
        [
            // The assertion has the audience.
            .. Fields("urn:ietf:params:oauth:grant-type:jwt-bearer", auth, audience: null),
            new("assertion", assertion),
        ];
        if (auth.ClientAssertion is not null)
        {
            return Authenticate(form, new Client(auth, clientId, secret, InBody: true, IsPublic: false), now) is { } grant
                ? grant with
                {
                    Secrets = [.. grant.Secrets, assertion],
                }
                : null;
        }

        if (auth.SendsClientId)
        {
            form.Add(new("client_id", clientId));
        }

        return new TokenGrant(form, null, [assertion]);
    }

    /// <summary>Adds what authenticates the client; null if the secret lacks it.</summary>
    private static TokenGrant? Authenticate(List<KeyValuePair<string, string>> form, Client client, DateTimeOffset now)
    {
        if (client.Auth.ClientAssertion is { } settings)
        {
            if (client.Secret["privateKey"] is not { } privateKey)
            {
                return null;
            }

            var audience = settings.Audience ?? client.Auth.TokenUrl.AbsoluteUri;
            var assertion = JwtAssertion.Create(new JwtClaims(client.Id, client.Id, audience, settings.KeyId), privateKey, now);
            form.Add(new("client_id", client.Id));
            form.Add(new("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"));
            form.Add(new("client_assertion", assertion));
            return new TokenGrant(form, null, [assertion]);
        }

        var clientSecret = client.Secret["clientSecret"];
        if (clientSecret is null && !client.IsPublic)
        {
            return null;
        }

        if (!client.InBody && clientSecret is not null)
        {
            // Both parts are form-encoded before they are joined (RFC 6749 section 2.3.1).
            var text = $"{Uri.EscapeDataString(client.Id)}:{Uri.EscapeDataString(clientSecret)}";
            var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
            return new TokenGrant(form, $"Basic {pair}", [clientSecret, pair]);
        }

        form.Add(new("client_id", client.Id));
        if (clientSecret is not null)
        {
            form.Add(new("client_secret", clientSecret));
        }

        return new TokenGrant(form, null, [clientSecret]);
    }

    private static List<KeyValuePair<string, string>> Fields(string grantType, TokenEndpointAuth auth, string? audience)
    {
        List<KeyValuePair<string, string>> fields = [new("grant_type", grantType)];
        foreach (var (name, value) in new[] { ("scope", auth.Scope), ("audience", audience), ("resource", auth.Resource) })
        {
            if (value is not null)
            {
                fields.Add(new(name, value));
            }
        }

        return fields;
    }

    /// <summary>The client that asks for a token.</summary>
    private readonly record struct Client(TokenEndpointAuth Auth, string Id, ConnectionSecret Secret, bool InBody, bool IsPublic);
}
