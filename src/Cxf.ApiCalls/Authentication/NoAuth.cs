namespace Cxf.ApiCalls.Authentication;

/// <summary>Kind <c>none</c>: the platform asks for no proof. No secret is read.</summary>
public sealed record NoAuth : ApiAuth;
