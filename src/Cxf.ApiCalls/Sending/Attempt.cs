using System.Text.Json;
using Cxf.ApiCalls.Authentication;
using Cxf.ApiCalls.Connections;
using Cxf.ApiCalls.Outcomes;
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

/// <summary>What a request over the wire is for.</summary>
public enum AttemptKind
{
    /// <summary>The call itself, a page of it or a redirect.</summary>
    Call,

    /// <summary>A token for it.</summary>
    Token,
}

/// <summary>How one request over the wire ended.</summary>
internal readonly record struct AttemptResult
{
    /// <summary>The answer, or null.</summary>
    public RawAnswer? Answer { get; private init; }

    /// <summary>Why there is no answer; undefined if there is one.</summary>
    public FailureReason Failure { get; private init; }

    /// <summary>The HTTP status, or null.</summary>
    public int? Status { get; private init; }

    /// <summary>How long the third party asks to wait, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Where the third party redirects to, or null.</summary>
    public string? Location { get; init; }

    public static AttemptResult Of(RawAnswer answer) => new() { Answer = answer, Status = answer.Status };

    public static AttemptResult Of(FailureReason failure, int? status = null) => new() { Failure = failure, Status = status };
}

/// <summary>One answer of the third party with status 200 to 299, before anything is selected of it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The headers by lower-case name.</param>
/// <param name="Body">The body as JSON.</param>
/// <param name="Length">The body's bytes as they were read.</param>
internal sealed record RawAnswer(int Status, Dictionary<string, string> Headers, JsonElement Body, int Length);
