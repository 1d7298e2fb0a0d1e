using Cxf.ApiCalls.Outcomes;

namespace Cxf.ApiCalls.Sending;

/// <summary>How one request over the wire ended.</summary>
/// <param name="Answer">The answer, or null.</param>
/// <param name="Failure">Why there is none; meaningless where there is one.</param>
/// <param name="Status">The HTTP status, or null when there was none.</param>
internal readonly record struct AttemptResult(RawAnswer? Answer, FailureReason Failure, int? Status)
{
    public static AttemptResult Of(RawAnswer answer) => new(answer, default, answer.Status);

    public static AttemptResult Of(FailureReason failure, int? status = null) => new(null, failure, status);
}
