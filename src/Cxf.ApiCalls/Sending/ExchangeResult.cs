using Cxf.ApiCalls.Outcomes;

namespace Cxf.ApiCalls.Sending;

/// <summary>How an exchange ended.</summary>
/// <param name="Answer">The answer, or null.</param>
/// <param name="Failure">Why there is none; undefined if there is an answer.</param>
/// <param name="Status">The last HTTP status, or null.</param>
/// <param name="RetryAfter">How long the platform asks to wait, or null.</param>
/// <param name="Attempts">How many requests went out.</param>
internal readonly record struct ExchangeResult(
    RawAnswer? Answer,
    FailureReason Failure,
    int? Status,
    TimeSpan? RetryAfter,
    int Attempts
);
