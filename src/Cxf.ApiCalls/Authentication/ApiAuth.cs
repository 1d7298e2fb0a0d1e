namespace Cxf.ApiCalls.Authentication;

/// <summary>How a connection proves who calls. The secret itself is never part of it.</summary>
public abstract record ApiAuth
{
    private protected ApiAuth() { }
}
