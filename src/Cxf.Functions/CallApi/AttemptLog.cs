using Cxf.ApiCalls.Logging;
using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Sending;
using Cxf.Functions.Observability;
using Microsoft.Extensions.Logging;

namespace Cxf.Functions.CallApi;

/// <summary>Logs every request to a third party.</summary>
internal sealed class AttemptLog(ILogger logger) : IAttemptLog
{
    /// <inheritdoc />
    public void Write(AttemptRecord attempt) =>
        logger.Sent(
            StepKey.ContactOf(attempt.Step),
            attempt.Attempt,
            attempt.Step,
            attempt.Tenant.Value,
            attempt.Connection.Value,
            attempt.Method,
            attempt.PathTemplate,
            attempt.Kind == AttemptKind.Token ? "token" : "call",
            attempt.Status,
            attempt.Failure is { } failure ? FailureCatalog.WordOf(failure) : null,
            attempt.Failure?.ToString(),
            Milliseconds(attempt.Total),
            Milliseconds(attempt.Resolve),
            Milliseconds(attempt.Connect),
            Milliseconds(attempt.Tls),
            Milliseconds(attempt.FirstByte),
            attempt.RequestBytes,
            attempt.AnswerBytes,
            attempt.RequestId
        );

    private static double? Milliseconds(TimeSpan? time) => time is { } value ? Math.Round(value.TotalMilliseconds, 1) : null;
}
