namespace Cxf.ApiCalls.Sending;

/// <summary>What a request over the wire is for.</summary>
public enum AttemptKind
{
    /// <summary>The call itself, a page of it or a redirect.</summary>
    Call,

    /// <summary>A token for it.</summary>
    Token,
}
