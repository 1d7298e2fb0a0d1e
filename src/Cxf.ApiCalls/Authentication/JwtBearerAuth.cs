namespace Cxf.ApiCalls.Authentication;

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
    : TokenEndpointAuth(TokenUrl, Scope, Audience);
