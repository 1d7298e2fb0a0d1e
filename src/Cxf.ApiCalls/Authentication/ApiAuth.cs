namespace Cxf.ApiCalls.Authentication;

/// <summary>How a connection authenticates. It never contains the secret itself.</summary>
public abstract record ApiAuth
{
    private protected ApiAuth() { }
}
