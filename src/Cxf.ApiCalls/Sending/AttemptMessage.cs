using System.Net;

namespace Cxf.ApiCalls.Sending;

/// <summary>A request message that the connect callbacks write their times on. Reused connections leave them null.</summary>
internal sealed class AttemptMessage : HttpRequestMessage
{
    public AttemptMessage(HttpMethod method, Uri url)
        : base(method, url)
    {
        Version = HttpVersion.Version20;
        VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
    }

    /// <summary>How long the look-up of the name took.</summary>
    public TimeSpan? Resolve { get; set; }

    /// <summary>How long the TCP connection took.</summary>
    public TimeSpan? Connect { get; set; }

    /// <summary>The timestamp at which the TCP connection stood.</summary>
    public long ConnectedAt { get; set; }

    /// <summary>How long the TLS handshake took.</summary>
    public TimeSpan? Tls { get; set; }
}
