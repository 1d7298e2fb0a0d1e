namespace Cxf.ApiCalls.Authentication;

/// <summary>Kind <c>apiKeyQuery</c>: a key in the query, for platforms that know no better. Secret: <c>{"key": …}</c>.</summary>
/// <param name="Parameter">The query parameter's name.</param>
public sealed record ApiKeyQueryAuth(string Parameter) : ApiAuth;
