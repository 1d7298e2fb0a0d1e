namespace Cxf.ApiCalls.Authentication;

/// <summary>A kind that fetches short-lived tokens from an OAuth 2 token endpoint (RFC 6749) and sends them as bearer tokens.</summary>
/// <param name="TokenUrl">The token endpoint.</param>
/// <param name="Scope">The requested scope, or null for the endpoint's default.</param>
/// <param name="Audience">The requested audience, or null.</param>
public abstract record TokenEndpointAuth(Uri TokenUrl, string? Scope, string? Audience) : ApiAuth;
