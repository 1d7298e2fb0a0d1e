using System.Text.Json;
using Cxf.ApiCalls.Paging;
using Cxf.Documents.Identifiers;

namespace Cxf.ApiCalls.Requests;

/// <summary>One call as a flow's step asks for it.</summary>
public sealed record ApiCallRequest
{
    /// <summary>The tenant whose connection is used.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>
    /// Which of the tenants that had this id it is: how many of them were deleted before. A machine that outlives its tenant must not
    /// use its successor's connections. Default: 0, the first.
    /// </summary>
    public int Generation { get; init; }

    /// <summary>The connection to call through.</summary>
    public required ConnectionId Connection { get; init; }

    /// <summary>The HTTP method, in upper case.</summary>
    public required string Method { get; init; }

    /// <summary>
    /// What is appended to the connection's base URL: empty, or starting with a slash. Where <see cref="PathValues"/> is set,
    /// <c>{name}</c> stands for a value, which is encoded so that it stays one segment.
    /// </summary>
    public string Path { get; init; } = "";

    /// <summary>
    /// The values of the <c>{name}</c> parts of <see cref="Path"/>. Null when the path was built by the flow: it may then hold
    /// personal data, so logs show only its shape. Empty when the path is the author's literal text.
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

    /// <summary>Asks for all pages as one list, which is then the answer's body; null for one answer as it is.</summary>
    public PagingRequest? Paging { get; init; }

    /// <summary>JSONata applied to the answer's body, with <c>$status</c> and <c>$headers</c> bound; null keeps the whole body.</summary>
    public string? Select { get; init; }

    /// <summary>
    /// Whether nothing reads the answer's body. One that cannot be carried (an unknown type, not the JSON it says, too large) is then null and
    /// no failure: what the call was made for has happened. Default: no.
    /// </summary>
    public bool IgnoreBody { get; init; }

    /// <summary>The step's timeout for this invocation; null for the connection's own.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The instant at which the run must be over, or null.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>The key by which the platform knows a repeated request: the same over retries and redrives of one step.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>How much time the call has from now: the step's timeout or what is left to the run's deadline, whichever is less; never negative.</summary>
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

    /// <summary>What may be shown of the request: nothing that a flow put into it.</summary>
    public override string ToString() => $"{Method} {new LoggedPath(Path, PathValues is not null)} through {Tenant}/{Connection}";
}
