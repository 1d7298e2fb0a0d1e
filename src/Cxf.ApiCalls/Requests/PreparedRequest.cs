namespace Cxf.ApiCalls.Requests;

/// <summary>A checked request: everything that will be sent but for credentials.</summary>
/// <param name="Method">The method.</param>
/// <param name="Url">Base URL, path and query, escaped.</param>
/// <param name="LoggedPath">Returns the path for logs; only called if there is a log.</param>
/// <param name="Headers">All headers but for the content's.</param>
/// <param name="Content">The body's bytes, or null for neither a body nor headers of one.</param>
/// <param name="Step">The idempotency key, by which logs name the step; null for a token.</param>
internal sealed record PreparedRequest(
    HttpMethod Method,
    Uri Url,
    LoggedPath LoggedPath,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    PreparedBody? Content,
    string? Step = null
)
{
    /// <summary>
    /// Whether the answer's body is left out when it cannot be carried; see <see cref="ApiCallRequest.IgnoreBody"/>.
    /// </summary>
    public bool IgnoresBody { get; init; }
}

/// <summary>A body as it is sent.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="Headers">The headers that describe it, such as Content-Type and Content-Language.</param>
internal sealed record PreparedBody(ReadOnlyMemory<byte> Bytes, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    public PreparedBody(ReadOnlyMemory<byte> bytes, string contentType)
        : this(bytes, [new("Content-Type", contentType)]) { }
}

/// <summary>A path as logs may show it: its author's text, or only its shape where values are part of it.</summary>
/// <param name="Path">The path.</param>
/// <param name="IsTemplate">Whether it is its author's literal text.</param>
internal readonly record struct LoggedPath(string Path, bool IsTemplate)
{
    public override string ToString() =>
        IsTemplate ? Path : string.Join('/', Path.Split('/').Select(segment => segment.Length == 0 ? "" : "*"));
}
