using Cxf.ApiCalls.Requests;
using Cxf.Functions.Errors;
using Cxf.Functions.Observability;
using Microsoft.Extensions.Logging;

namespace Cxf.Functions.CallApi;

/// <summary>
/// Logs and counts every invocation of CallApi. The idempotency key identifies the step and begins with the contact ID, so one
/// search finds what ExecuteFlow, Step Functions, CallApi and the third party did for a contact.
/// </summary>
public sealed class CallLog(ILogger logger, Metrics metrics)
{
    private const string Function = "CallApi";
    private const string Succeeded = "SUCCEEDED";
    private const string Failure = "FAILED";

    /// <summary>Notes an answer.</summary>
    public void Answered(ApiCallRequest request, TimeSpan duration) => Note(request, null, duration, isOurs: false);

    /// <summary>Notes a failure.</summary>
    /// <param name="request">The request; null when it could not be read.</param>
    /// <param name="failure">The failure; its class is the error code.</param>
    /// <param name="duration">How long it took.</param>
    public void Failed(ApiCallRequest? request, ApiCallException failure, TimeSpan duration) =>
        Note(request, failure.GetType().Name, duration, failure.IsOurs);

    /// <summary>Logs an internal error: only its type, because its message may contain data.</summary>
    public void Broke(ApiCallRequest? request, Exception mistake, TimeSpan duration)
    {
        var (type, code, id) = FailureFacts.Of(mistake);
        logger.CouldNotCall(request?.IdempotencyKey ?? "", type, code, id);
        Note(request, nameof(Internal), duration, isOurs: true);
    }

    /// <summary>Notes that the connection's document could not be read.</summary>
    public void StoreFailed(ApiCallRequest request, Exception failure)
    {
        var (type, code, id) = FailureFacts.Of(failure);
        logger.ConnectionUnreadable(request.IdempotencyKey ?? "", type, code, id);
    }

    /// <summary>Notes how long a call waited for its limits.</summary>
    public void Waited(ApiCallRequest request, TimeSpan wait)
    {
        if (wait > TimeSpan.Zero)
        {
            var milliseconds = Math.Round(wait.TotalMilliseconds, 3);
            metrics.Write(Function, "LimitWait", "Milliseconds", milliseconds);
            logger.WaitedForLimits(request.IdempotencyKey ?? "", milliseconds, request.Tenant.Value, request.Connection.Value);
        }
    }

    /// <summary>Notes that the last good answer served. The call counts as one that succeeded.</summary>
    /// <param name="request">The request.</param>
    /// <param name="word">The error code that the call ended with.</param>
    /// <param name="age">How old the answer is.</param>
    public void ServedStale(ApiCallRequest request, string word, TimeSpan age)
    {
        metrics.Write(Function, "StaleAnswers", "Count", 1);
        logger.ServedStale(
            request.IdempotencyKey ?? "",
            word,
            (long)age.TotalSeconds,
            request.Tenant.Value,
            request.Connection.Value
        );
    }

    /// <summary>Counts that a circuit breaker opened. The gate logged which one.</summary>
    public void CircuitOpened() => metrics.Write(Function, "CircuitsOpened", "Count", 1);

    private void Note(ApiCallRequest? request, string? word, TimeSpan duration, bool isOurs)
    {
        metrics.Write(
            new CallMetrics(Function, word is null ? Succeeded : Failure, duration)
            {
                ErrorCode = word,
                IsFailure = isOurs,
                Tenant = request?.Tenant.Value,
            }
        );
        logger.Called(
            request?.IdempotencyKey ?? "",
            request?.Tenant.Value ?? "",
            request?.Connection.Value ?? "",
            word ?? Succeeded,
            Math.Round(duration.TotalMilliseconds, 3)
        );
    }
}
