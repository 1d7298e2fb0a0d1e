using Cxf.ApiCalls.Authentication;
using Cxf.ApiCalls.Logging;

namespace Cxf.ApiCalls.Sending;

/// <summary>How far a request came and when, for its log record.</summary>
internal sealed class AttemptProgress(TimeProvider timeProvider)
{
    private readonly long _start = timeProvider.GetTimestamp();
    private TimeSpan? _firstByte;
    private string? _requestId;
    private int? _answerBytes;

    /// <summary>The answer's status, once its headers came.</summary>
    public int? Status { get; private set; }

    public void HeadersArrived(HttpResponseMessage response, EchoMask mask)
    {
        _firstByte = timeProvider.GetElapsedTime(_start);
        _requestId = RequestIds.Find(response.Headers) is { } id && !mask.Finds(id) ? id : null;
        Status = (int)response.StatusCode;
    }

    public void BodyRead(int bytes) => _answerBytes = bytes;

    public AttemptRecord Describe(Attempt attempt, int number, AttemptMessage message, in AttemptResult result) =>
        new()
        {
            Kind = attempt.Kind,
            Tenant = attempt.Connection.Tenant,
            Connection = attempt.Connection.Id,
            Step = attempt.Request.Step,
            Attempt = number,
            Method = attempt.Request.Method.Method,
            PathTemplate = attempt.Request.LoggedPath.ToString(),
            Status = Status,
            Failure = result.Answer is null ? result.Failure : null,
            Resolve = message.Resolve,
            Connect = message.Connect,
            Tls = message.Tls,
            FirstByte = _firstByte,
            Total = timeProvider.GetElapsedTime(_start),
            RequestBytes = attempt.Request.Content?.Bytes.Length ?? 0,
            AnswerBytes = _answerBytes,
            RequestId = _requestId,
        };
}
