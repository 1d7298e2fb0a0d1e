namespace Cxf.ApiCalls.Authentication;

/// <summary>How a connection authenticates. It never contains the secret itself.</summary>
public abstract record ApiAuth
{
    private protected ApiAuth() { }
}

/// <summary>Kind <c>none</c>: the third party requires no authentication. No secret is read.</summary>
public sealed record NoAuth : ApiAuth;

/// <summary>Kind <c>basic</c> (RFC 7617). Secret: <c>{"username": …, "password": …}</c>.</summary>
public sealed record BasicAuth : ApiAuth;

/// <summary>Kind <c>bearer</c> (RFC 6750): a long-lived token. Secret: <c>{"token": …}</c>.</summary>
public sealed record BearerAuth : ApiAuth;

/// <summary>Kind <c>apiKeyHeader</c>: a key in a header. Secret: <c>{"key": …}</c>.</summary>
/// <param name="Header">The header's name, e.g. <c>X-Api-Key</c>.</param>
public sealed record ApiKeyHeaderAuth(string Header) : ApiAuth;

/// <summary>Kind <c>apiKeyQuery</c>: a key in the query, for platforms that know no better. Secret: <c>{"key": …}</c>.</summary>
/// <param name="Parameter">The query parameter's name.</param>
public sealed record ApiKeyQueryAuth(string Parameter) : ApiAuth;

/// <summary>
/// Kind <c>awsSignature</c>: AWS Signature Version 4. Secret: <c>{"accessKeyId": …, "secretAccessKey": …, "sessionToken": …}</c>,
/// the last only for temporary keys.
/// </summary>
/// <param name="Region">The region that signatures are scoped to, e.g. <c>eu-central-1</c>.</param>
/// <param name="Service">The service's signing name, e.g. <c>execute-api</c>.</param>
public sealed record AwsSignatureAuth(string Region, string Service) : ApiAuth;

/// <summary>
/// A kind that fetches short-lived tokens from an OAuth 2 token endpoint (RFC 6749) and sends them as bearer tokens.
/// </summary>
/// <param name="TokenUrl">The token endpoint.</param>
/// <param name="Scope">The requested scope, or null for the endpoint's default.</param>
/// <param name="Audience">The requested audience, or null.</param>
public abstract record TokenEndpointAuth(Uri TokenUrl, string? Scope, string? Audience) : ApiAuth
{
    /// <summary>The resource that the token is for (RFC 8707 section 2), or null.</summary>
    public string? Resource { get; init; }

    /// <summary>
    /// Authenticates the client with a signed assertion instead of a client secret (<c>private_key_jwt</c>, RFC 7523 section
    /// 2.2); null for the client secret. Secret: <c>{"privateKey": PEM, "clientId": …}</c>.
    /// </summary>
    public ClientAssertion? ClientAssertion { get; init; }
}

/// <summary>A signed assertion that authenticates a client.</summary>
/// <param name="Audience">Its <c>aud</c>; the token endpoint when null.</param>
/// <param name="KeyId">Its <c>kid</c> header, or null.</param>
public sealed record ClientAssertion(string? Audience, string? KeyId);

/// <summary>
/// Kind <c>oauth2ClientCredentials</c> (RFC 6749 section 4.4). Secret: <c>{"clientId": …, "clientSecret": …}</c>.
/// </summary>
/// <param name="TokenUrl">The token endpoint.</param>
/// <param name="Scope">The requested scope, or null.</param>
/// <param name="Audience">The requested audience, or null.</param>
/// <param name="SecretInBody">
/// Whether the client's id and secret go into the form instead of a Basic header (section 2.3.1).
/// </param>
public sealed record ClientCredentialsAuth(Uri TokenUrl, string? Scope, string? Audience, bool SecretInBody)
    : TokenEndpointAuth(TokenUrl, Scope, Audience);

/// <summary>
/// Kind <c>oauth2RefreshToken</c> (RFC 6749 section 6). Secret: <c>{"refreshToken": …, "clientId": …, "clientSecret": …}</c>,
/// the last absent for public clients. A rotated refresh token is kept in memory and, if the process may write one, in a store.
/// </summary>
/// <param name="TokenUrl">The token endpoint.</param>
/// <param name="Scope">The requested scope, or null.</param>
/// <param name="SecretInBody">
/// Whether the client's id and secret go into the form instead of a Basic header (section 2.3.1).
/// </param>
/// <param name="Audience">The requested audience, or null.</param>
public sealed record RefreshTokenAuth(Uri TokenUrl, string? Scope, bool SecretInBody, string? Audience = null)
    : TokenEndpointAuth(TokenUrl, Scope, Audience);

/// <summary>
/// Kind <c>jwtBearer</c> (RFC 7523; Salesforce's server-to-server flow). Secret: <c>{"privateKey": PEM, "clientId": …}</c>;
/// an RSA key signs with RS256, a P-256 key with ES256.
/// </summary>
/// <param name="TokenUrl">The token endpoint.</param>
/// <param name="Scope">The requested scope, or null.</param>
/// <param name="Audience">The assertion's <c>aud</c>; the token endpoint when null.</param>
/// <param name="Subject">The assertion's <c>sub</c>: the user that calls are made as.</param>
/// <param name="KeyId">The assertion's <c>kid</c> header, or null.</param>
public sealed record JwtBearerAuth(Uri TokenUrl, string? Scope, string? Audience, string Subject, string? KeyId)
    : TokenEndpointAuth(TokenUrl, Scope, Audience)
{
    /// <summary>Whether the form names the client, which some endpoints require (<c>client_id</c>). Default: no.</summary>
    public bool SendsClientId { get; init; }
}
