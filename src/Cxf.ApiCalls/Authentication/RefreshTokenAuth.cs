namespace Cxf.ApiCalls.Authentication;

/// <summary>
/// Kind <c>oauth2RefreshToken</c> (RFC 6749 section 6). Secret: <c>{"refreshToken": …, "clientId": …, "clientSecret": …}</c>,
/// the last absent for public clients. A rotated refresh token is kept in memory only: the secret store is read, never written.
/// </summary>
/// <param name="TokenUrl">The token endpoint.</param>
/// <param name="Scope">The requested scope, or null.</param>
/// <param name="SecretInBody">Whether the client's id and secret go into the form instead of a Basic header (section 2.3.1).</param>
public sealed record RefreshTokenAuth(Uri TokenUrl, string? Scope, bool SecretInBody) : TokenEndpointAuth(TokenUrl, Scope, null);
