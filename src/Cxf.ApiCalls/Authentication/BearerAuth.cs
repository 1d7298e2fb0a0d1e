namespace Cxf.ApiCalls.Authentication;

/// <summary>Kind <c>bearer</c> (RFC 6750): a long-lived token. Secret: <c>{"token": …}</c>.</summary>
public sealed record BearerAuth : ApiAuth;
