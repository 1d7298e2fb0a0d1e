using Cxf.ApiCalls.Requests;
using Cxf.Functions.Observability;
using Microsoft.Extensions.Logging;

namespace Cxf.Functions.CallApi;

/// <summary>
/// Logs and counts every invocation of CallApi. The step is told by its idempotency key, which begins with the contact's id:
/// one search finds what ExecuteFlow, Step Functions, CallApi and the platform did for a contact.
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
    /// <param name="failure">The failure, named by its error word.</param>
    /// <param name="duration">How long it took.</param>
    public void Failed(ApiCallRequest? request, ApiCallException failure, TimeSpan duration) =>
        Note(request, failure.GetType().Name, duration, failure.IsOurs);

    /// <summary>Notes a mistake of ours: only its kind, because its message may hold data.</summary>
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

    private void Note(ApiCallRequest? request, string? word, TimeSpan duration, bool isOurs)
    {
        metrics.Write(
            new CallMetrics(Function, word is null ? Succeeded : Failure, duration)
            {
                ErrorWord = word,
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
