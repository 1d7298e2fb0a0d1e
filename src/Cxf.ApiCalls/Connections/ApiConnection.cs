using Cxf.ApiCalls.Authentication;
using Cxf.Documents.Identifiers;

namespace Cxf.ApiCalls.Connections;

/// <summary>
/// A tenant's connection to one third party: where calls go and how they authenticate. Flows name a connection and a path, never
/// a URL. It contains no secrets.
/// </summary>
public sealed record ApiConnection
{
    /// <summary>The tenant that owns it.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>Its id, unique within the tenant.</summary>
    public required ConnectionId Id { get; init; }

    /// <summary>What every path is appended to; no query, no fragment, no user.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>How calls authenticate; default none.</summary>
    public ApiAuth Auth { get; init; } = new NoAuth();

    /// <summary>Headers of every request; a request's own header of the same name wins.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The methods that flows may use; default <see cref="HttpMethods.Default"/>.</summary>
    public IReadOnlySet<string> Methods { get; init; } = HttpMethods.Default;

    /// <summary>Limits of time; default <see cref="ConnectionTimeouts.Default"/>.</summary>
    public ConnectionTimeouts Timeouts { get; init; } = ConnectionTimeouts.Default;

    /// <summary>
    /// The header for the idempotency key, e.g. <c>Idempotency-Key</c>; null if the third party does not support one.
    /// </summary>
    public string? IdempotencyHeader { get; init; }

    /// <summary>
    /// Hosts (with the port where it is not the scheme's own) besides the base URL's that redirects may lead to; they never get
    /// credentials.
    /// </summary>
    public IReadOnlyList<string> RedirectHosts { get; init; } = [];

    /// <summary>
    /// Whether calls show a client certificate (mutual TLS), besides what <see cref="Auth"/> does. Secret:
    /// <c>"clientCertificate"</c> and <c>"clientCertificateKey"</c>, both PEM.
    /// </summary>
    public bool ClientCertificate { get; init; }

    /// <summary>
    /// The limits of the connection's calls, all instances of the caller together; null for none. <see cref="ApiCaller"/> leaves
    /// them to its host, which knows the other instances.
    /// </summary>
    public CallLimits? Limits { get; init; }

    /// <summary>The limits of the calls of all connections of the tenant that name them; null for none.</summary>
    public CallLimits? TenantLimits { get; init; }

    /// <summary>When calls are stopped because the third party fails; null for never. Left to the host, too.</summary>
    public CircuitBreaker? Breaker { get; init; }

    /// <summary>
    /// Tells this state of the connection's record from every other that there was or will be. Credentials of one are never used
    /// with another. Default: empty, for a connection that never changes.
    /// </summary>
    public string Revision { get; init; } = "";

    /// <summary>
    /// Says whether the record still is as it was read, asked after a secret was read and before it is used; null for a
    /// connection that never changes.
    /// </summary>
    public Func<CancellationToken, ValueTask<bool>>? CurrentCheck { get; init; }

    internal ValueTask<bool> IsCurrentAsync(CancellationToken cancellationToken) =>
        CurrentCheck?.Invoke(cancellationToken) ?? new(true);

    /// <summary>
    /// Whether calls may go to the local stand-ins for AWS services (tables, secrets, Step Functions, Lambda), which hold every
    /// tenant's data. Default: no. It has no effect on AWS.
    /// </summary>
    public bool LocalServices { get; init; }

    /// <summary>The names of the headers and query parameters that each call over the connection gets from it.</summary>
    public IReadOnlyCollection<string> OwnNames =>
        [
            .. Headers.Keys,
            "Authorization",
            "X-Correlation-Id",
            .. IdempotencyHeader is { } key ? [key] : Array.Empty<string>(),
            .. Auth switch
            {
                ApiKeyHeaderAuth auth => [auth.Header],
                ApiKeyQueryAuth auth => [auth.Parameter],
                _ => Array.Empty<string>(),
            },
        ];
}

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
