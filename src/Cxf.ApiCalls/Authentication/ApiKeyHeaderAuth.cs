namespace Cxf.ApiCalls.Authentication;

/// <summary>Kind <c>apiKeyHeader</c>: a key in a header. Secret: <c>{"key": …}</c>.</summary>
/// <param name="Header">The header's name, e.g. <c>X-Api-Key</c>.</param>
public sealed record ApiKeyHeaderAuth(string Header) : ApiAuth;
