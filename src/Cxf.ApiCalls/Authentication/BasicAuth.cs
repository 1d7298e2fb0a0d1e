namespace Cxf.ApiCalls.Authentication;

/// <summary>Kind <c>basic</c> (RFC 7617). Secret: <c>{"username": …, "password": …}</c>.</summary>
public sealed record BasicAuth : ApiAuth;
