namespace Cxf.ApiCalls.Authentication;

/// <summary>
/// Kind <c>oauth2ClientCredentials</c> (RFC 6749 section 4.4). Secret: <c>{"clientId": …, "clientSecret": …}</c>.
/// </summary>
/// <param name="TokenUrl">The token endpoint.</param>
/// <param name="Scope">The requested scope, or null.</param>
/// <param name="Audience">The requested audience, or null.</param>
/// <param name="SecretInBody">Whether the client's id and secret go into the form instead of a Basic header (section 2.3.1).</param>
public sealed record ClientCredentialsAuth(Uri TokenUrl, string? Scope, string? Audience, bool SecretInBody)
    : TokenEndpointAuth(TokenUrl, Scope, Audience);
