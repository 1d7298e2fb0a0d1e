using Cxf.ApiCalls.Authentication;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Requests;

namespace Cxf.ApiCalls.Sending;

/// <summary>One request over the wire.</summary>
internal sealed record Attempt
{
    public AttemptKind Kind { get; init; }

    public required ApiConnection Connection { get; init; }

    public required PreparedRequest Request { get; init; }

    /// <summary>Where it goes: the request's own URL, a page's or a redirect's.</summary>
    public required Uri Url { get; init; }

    public required Credentials Credentials { get; init; }

    /// <summary>Whether it goes to the origin of the base URL (or the token endpoint), which alone may see credentials.</summary>
    public bool IsOwnOrigin { get; init; }
}
