using Cxf.ApiCalls.Outcomes;

namespace Cxf.ApiCalls.Sending;

/// <summary>How one request over the wire ended.</summary>
internal readonly record struct AttemptResult
{
    /// <summary>The answer, or null.</summary>
    public RawAnswer? Answer { get; private init; }

    /// <summary>Why there is no answer; undefined if there is one.</summary>
    public FailureReason Failure { get; private init; }

    /// <summary>The HTTP status, or null when there was none.</summary>
    public int? Status { get; private init; }

    /// <summary>How long the platform asks to wait, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Where the platform redirects to, or null.</summary>
    public string? Location { get; init; }

    public static AttemptResult Of(RawAnswer answer) => new() { Answer = answer, Status = answer.Status };

    public static AttemptResult Of(FailureReason failure, int? status = null) => new() { Failure = failure, Status = status };
}
