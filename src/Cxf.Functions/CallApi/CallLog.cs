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
    public void Answered(ApiCallRequest request, TimeSpan duration)
    {
        Count(request, null, duration, isOurs: false);
        logger.Called(
            Contact(request),
            Step(request),
            Succeeded,
            request.Tenant.Value,
            request.Connection.Value,
            Milliseconds(duration)
        );
    }

    /// <summary>Notes a failure.</summary>
    /// <param name="request">The request; null when it could not be read.</param>
    /// <param name="failure">The failure; its class is the error code.</param>
    /// <param name="duration">How long it took.</param>
    public void Failed(ApiCallRequest? request, ApiCallException failure, TimeSpan duration)
    {
        var word = failure.GetType().Name;
        Count(request, word, duration, failure.IsOurs);
        logger.CallFailed(
            Contact(request),
            Step(request),
            word,
            request?.Tenant.Value ?? "",
            request?.Connection.Value ?? "",
            Milliseconds(duration)
        );
    }

    /// <summary>Logs an internal error: only its type, because its message may contain data.</summary>
    public void Broke(ApiCallRequest? request, Exception mistake, TimeSpan duration)
    {
        var (type, code, id) = FailureFacts.Of(mistake);
        Count(request, nameof(Internal), duration, isOurs: true);
        logger.CouldNotCall(
            Contact(request),
            Step(request),
            nameof(Internal),
            request?.Tenant.Value ?? "",
            request?.Connection.Value ?? "",
            Milliseconds(duration),
            type,
            code,
            id
        );
    }

    /// <summary>Notes that the connection's document could not be read.</summary>
    public void StoreFailed(ApiCallRequest request, Exception failure)
    {
        var (type, code, id) = FailureFacts.Of(failure);
        logger.ConnectionUnreadable(Contact(request), Step(request), type, code, id);
    }

    /// <summary>Notes how long a call waited for its limits.</summary>
    public void Waited(ApiCallRequest request, TimeSpan wait)
    {
        if (wait > TimeSpan.Zero)
        {
            metrics.Write(Function, "LimitWait", "Milliseconds", Milliseconds(wait));
            logger.WaitedForLimits(
                Contact(request),
                Step(request),
                Milliseconds(wait),
                request.Tenant.Value,
                request.Connection.Value
            );
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
            Contact(request),
            Step(request),
            word,
            request.Tenant.Value,
            request.Connection.Value,
            (long)age.TotalSeconds
        );
    }

    /// <summary>Counts that a circuit breaker opened. The gate logged which one.</summary>
    public void CircuitOpened() => metrics.Write(Function, "CircuitsOpened", "Count", 1);

    private void Count(ApiCallRequest? request, string? word, TimeSpan duration, bool isOurs) =>
        metrics.Write(
            new CallMetrics(Function, word is null ? Succeeded : Failure, duration)
            {
                ErrorCode = word,
                IsFailure = isOurs,
                Tenant = request?.Tenant.Value,
                Connection = request?.Connection.Value,
                ContactId = Contact(request) is { Length: > 0 } contact ? contact : null,
            }
        );

    private static string Contact(ApiCallRequest? request) => StepKey.ContactOf(request?.IdempotencyKey);

    private static string Step(ApiCallRequest? request) => request?.IdempotencyKey ?? "";

    private static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, 3);
}
