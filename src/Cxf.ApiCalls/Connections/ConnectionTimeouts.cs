namespace Cxf.ApiCalls.Connections;

/// <summary>How long a connection's calls may take. The step's timeout and the run's deadline cut all of them.</summary>
/// <param name="Connect">From the first look-up of the name to the end of the TLS handshake.</param>
/// <param name="FirstByte">From the start of an attempt to the answer's headers; null for no separate limit.</param>
/// <param name="Total">The whole call, where the request names no timeout.</param>
public sealed record ConnectionTimeouts(TimeSpan Connect, TimeSpan? FirstByte, TimeSpan Total)
{
    /// <summary>The shortest limit that can be set, in milliseconds: below it, nothing outside a data center answers.</summary>
    public const int MinMs = 50;

    /// <summary>The longest limit that can be set, in milliseconds: Lambda ends a function after 900 s (Lambda quotas).</summary>
    public const int MaxMs = 890_000;

    /// <summary>3 s to connect, 10 s in all.</summary>
    public static ConnectionTimeouts Default { get; } = new(TimeSpan.FromSeconds(3), null, TimeSpan.FromSeconds(10));
}
