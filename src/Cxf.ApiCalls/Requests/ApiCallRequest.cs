using System.Text.Json;
using Cxf.ApiCalls.LastAnswers;
using Cxf.ApiCalls.Paging;
using Cxf.Documents.Identifiers;

namespace Cxf.ApiCalls.Requests;

/// <summary>The call of a flow's step.</summary>
public sealed record ApiCallRequest
{
    /// <summary>The tenant that owns the connection.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>
    /// The tenant's generation: how many tenants of this ID were deleted before. A machine that outlives its tenant must not use
    /// the connections of the next tenant. Default: 0, the first.
    /// </summary>
    public int Generation { get; init; }

    /// <summary>The connection to call through.</summary>
    public required ConnectionId Connection { get; init; }

    /// <summary>The HTTP method, in upper case.</summary>
    public required string Method { get; init; }

    /// <summary>
    /// Appended to the connection's base URL: empty, or starting with a slash. If <see cref="PathValues"/> is set, <c>{name}</c>
    /// is replaced by a value, which is encoded so that it stays one segment.
    /// </summary>
    public string Path { get; init; } = "";

    /// <summary>
    /// The values of the <c>{name}</c> parts of <see cref="Path"/>. Null if the flow built the path: it may then contain personal
    /// data, so logs show only its shape. Empty if the path is the author's literal text.
    /// </summary>
    public IReadOnlyDictionary<string, string>? PathValues { get; init; }

    /// <summary>Query parameters in order; a name may come more than once.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>Headers of this request.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>
    /// The body, or null for none. The Content-Type header says how it is written: JSON (the default), a form (from an object
    /// of scalars), or, for any other type, the text that the value must be.
    /// </summary>
    public JsonElement? Body { get; init; }

    /// <summary>Requests all pages as one list, which becomes the answer's body; null for a single answer.</summary>
    public PagingRequest? Paging { get; init; }

    /// <summary>
    /// JSONata applied to the answer's body, with <c>$status</c> and <c>$headers</c> bound; null keeps the whole body.
    /// </summary>
    public string? Select { get; init; }

    /// <summary>
    /// Whether nothing reads the answer's body. A body that cannot be returned (an unknown type, invalid JSON, too large) is then
    /// null instead of a failure, because the call took effect. Default: no.
    /// </summary>
    public bool IgnoreBody { get; init; }

    /// <summary>
    /// Whether the previous answer serves while the third party fails, and for how long; null where it does not. Only for GET.
    /// </summary>
    public FallbackRequest? Fallback { get; init; }

    /// <summary>The step's timeout for this invocation; null for the connection's own.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The instant at which the run must be over, or null.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>
    /// The key by which the third party knows a repeated request: the same over retries and redrives of one step.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>
    /// The time left for the call: the step's timeout or the time to the run's deadline, whichever is shorter; never negative.
    /// </summary>
    /// <param name="otherwise">The timeout where the request names none.</param>
    /// <param name="now">The time.</param>
    public TimeSpan TimeLeft(TimeSpan otherwise, DateTimeOffset now)
    {
        var time = Timeout ?? otherwise;
        var left = Deadline - now ?? time;
        return left <= TimeSpan.Zero ? TimeSpan.Zero
            : left < time ? left
            : time;
    }

    /// <summary>A text without any data of the flow.</summary>
    public override string ToString() => $"{Method} {new LoggedPath(Path, PathValues is not null)} through {Tenant}/{Connection}";
}
