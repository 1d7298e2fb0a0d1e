namespace Cxf.ApiCalls.Authentication;

/// <summary>Kind <c>none</c>: the third party requires no authentication. No secret is read.</summary>
public sealed record NoAuth : ApiAuth;
