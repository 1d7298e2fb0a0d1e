using System.Diagnostics.CodeAnalysis;
using Cxf.ApiCalls.Answers;

namespace Cxf.ApiCalls.Outcomes;

/// <summary>
/// How a call ended: with an answer, or with a failure. Failures of the outside world are values, never exceptions.
/// </summary>
public sealed class ApiCallOutcome
{
    private ApiCallOutcome(ApiCallAnswer? answer, ApiCallFailure? failure)
    {
        Answer = answer;
        Failure = failure;
    }

    /// <summary>Whether there is an answer.</summary>
    [MemberNotNullWhen(true, nameof(Answer))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Answer is not null;

    /// <summary>The answer, or null.</summary>
    public ApiCallAnswer? Answer { get; }

    /// <summary>The failure, or null.</summary>
    public ApiCallFailure? Failure { get; }

    /// <summary>The outcome of a call that was answered.</summary>
    public static ApiCallOutcome Of(ApiCallAnswer answer) => new(answer, null);

    /// <summary>The outcome of a call that failed.</summary>
    public static ApiCallOutcome Of(ApiCallFailure failure) => new(null, failure);
}

/// <summary>A call that did not end with an answer.</summary>
/// <param name="Reason">What happened, by phase.</param>
/// <param name="RetryIsSafe">
/// Whether making the same call again cannot do its work twice: its method is idempotent, the third party got an idempotency key,
/// or the third party cannot have acted on it.
/// </param>
/// <param name="RetryAfter">How long the third party asked to wait, or null.</param>
/// <param name="Status">The HTTP status, or null.</param>
/// <param name="Attempts">How many requests went out to the third party.</param>
/// <param name="Duration">How long the call took.</param>
public sealed record ApiCallFailure(
    FailureReason Reason,
    bool RetryIsSafe,
    TimeSpan? RetryAfter,
    int? Status,
    int Attempts,
    TimeSpan Duration
)
{
    /// <summary>One of <see cref="ErrorCodes"/>.</summary>
    public string Error => FailureCatalog.WordOf(Reason);

    /// <summary>
    /// Whether the third party itself failed: it cannot be reached, does not answer in time, or answers 5xx. False if it answered
    /// in any other way; null if the failure tells nothing about it. A circuit breaker counts these.
    /// </summary>
    public bool? PlatformFailed =>
        Reason switch
        {
            FailureReason.StepTimedOut => Attempts > 0 ? true : null,
            FailureReason.ServerError => Status is null or >= 500,
            FailureReason.ConnectTimedOut
            or FailureReason.FirstByteTimedOut
            or FailureReason.AskedToWait
            or FailureReason.NameNotResolved
            or FailureReason.ConnectFailed
            or FailureReason.TlsFailed
            or FailureReason.ConnectionLost
            or FailureReason.AnswerInterrupted
            or FailureReason.NotProcessed
            or FailureReason.TokenEndpointUnavailable => true,
            _ => Status is null ? null : false,
        };

    /// <summary>
    /// A fixed sentence, and a second one if a retry is not safe: readers of the history must know that before they start the run
    /// again. Neither contains anything of the request, the answer or a secret.
    /// </summary>
    public string Message =>
        RetryIsSafe ? FailureCatalog.SentenceOf(Reason) : $"{FailureCatalog.SentenceOf(Reason)} {MayHaveActed}";

    private const string MayHaveActed = "The third party may have acted on the request anyway.";
}
