using Microsoft.Extensions.Logging;

namespace Cxf.Functions.Observability;

/// <summary>
/// Everything that the functions log, numbered: 1000 ExecuteFlow and GetFlowResult, 2000 CallApi, 3000 PublishFlow, 4000 caches,
/// 5000 self-checks. Only IDs and error codes; never payloads, answers or addresses. Of an exception, its type, and AWS's error
/// code and request ID if AWS rejected the request (<see cref="FailureFacts"/>). Parameters have the order of their placeholders
/// in the message; none is called <c>tenantId</c>, which Lambda's log uses for its own member.
/// </summary>
internal static partial class Log
{
    [LoggerMessage(
        1000,
        LogLevel.Information,
        "Contact {contactId}: flow {tenant}/{flowId} answered {status} {errorCode}, run {runId}, in {durationMs} ms"
    )]
    public static partial void Answered(
        this ILogger logger,
        string contactId,
        string tenant,
        string flowId,
        string status,
        string errorCode,
        string runId,
        double durationMs
    );

    [LoggerMessage(1001, LogLevel.Warning, "Contact {contactId}: instance {instanceArn} may not act for tenant {tenant}")]
    public static partial void TenantRefused(this ILogger logger, string contactId, string instanceArn, string tenant);

    [LoggerMessage(
        1002,
        LogLevel.Warning,
        "Contact {contactId}: a request that cannot be read was answered {status} {errorCode}"
    )]
    public static partial void Refused(this ILogger logger, string contactId, string status, string errorCode);

    [LoggerMessage(
        1003,
        LogLevel.Error,
        "Contact {contactId}: {function} could not answer: {exceptionType} {awsErrorCode} {awsRequestId}"
    )]
    public static partial void CouldNotAnswer(
        this ILogger logger,
        string contactId,
        string function,
        string exceptionType,
        string awsErrorCode,
        string awsRequestId
    );

    [LoggerMessage(
        1004,
        LogLevel.Warning,
        "Run {runId}: its result could not be recorded: {exceptionType} {awsErrorCode} {awsRequestId}"
    )]
    public static partial void EndingNotRecorded(
        this ILogger logger,
        string runId,
        string exceptionType,
        string awsErrorCode,
        string awsRequestId
    );

    // Instead of 1000 where AWS or we kept the caller from a better answer; not the caller, the flow or a third party.
    [LoggerMessage(
        1005,
        LogLevel.Error,
        "Contact {contactId}: flow {tenant}/{flowId} answered {status} {errorCode}, run {runId}, in {durationMs} ms: "
            + "{exceptionType} {awsErrorCode} {awsRequestId}"
    )]
    public static partial void AnsweredFailure(
        this ILogger logger,
        string contactId,
        string tenant,
        string flowId,
        string status,
        string errorCode,
        string runId,
        double durationMs,
        string exceptionType,
        string awsErrorCode,
        string awsRequestId
    );

    [LoggerMessage(
        2000,
        LogLevel.Information,
        "Contact {contactId}: step {step} ended {outcome} over connection {tenant}/{connectionId} after {durationMs} ms"
    )]
    public static partial void Called(
        this ILogger logger,
        string contactId,
        string step,
        string outcome,
        string tenant,
        string connectionId,
        double durationMs
    );

    // One request over the wire, of which a call can have several. A member without a value is null.
    [LoggerMessage(
        2001,
        LogLevel.Information,
        "Contact {contactId}: request {attempt} of step {step} over connection {tenant}/{connectionId}, {method} {path} "
            + "({purpose}), ended with status {status} {errorCode} {reason} after {totalMs} ms (name {resolveMs}, "
            + "connection {connectMs}, TLS {tlsMs}, first byte {firstByteMs}); {requestBytes} bytes sent, "
            + "{answerBytes} received; the third party calls it {thirdPartyRequestId}"
    )]
    public static partial void Sent(
        this ILogger logger,
        string contactId,
        int attempt,
        string? step,
        string tenant,
        string connectionId,
        string method,
        string path,
        string purpose,
        int? status,
        string? errorCode,
        string? reason,
        double? totalMs,
        double? resolveMs,
        double? connectMs,
        double? tlsMs,
        double? firstByteMs,
        int requestBytes,
        int? answerBytes,
        string? thirdPartyRequestId
    );

    // Instead of 2000 where the cause is ours.
    [LoggerMessage(
        2002,
        LogLevel.Error,
        "Contact {contactId}: step {step} ended {outcome} over connection {tenant}/{connectionId} after {durationMs} ms: "
            + "{exceptionType} {awsErrorCode} {awsRequestId}"
    )]
    public static partial void CouldNotCall(
        this ILogger logger,
        string contactId,
        string step,
        string outcome,
        string tenant,
        string connectionId,
        double durationMs,
        string exceptionType,
        string awsErrorCode,
        string awsRequestId
    );

    // Instead of 2000 where the call failed. If a person must act, an event at level Error says what was wrong.
    [LoggerMessage(
        2013,
        LogLevel.Warning,
        "Contact {contactId}: step {step} ended {outcome} over connection {tenant}/{connectionId} after {durationMs} ms"
    )]
    public static partial void CallFailed(
        this ILogger logger,
        string contactId,
        string step,
        string outcome,
        string tenant,
        string connectionId,
        double durationMs
    );

    [LoggerMessage(
        2003,
        LogLevel.Error,
        "Contact {contactId}: the connection of step {step} could not be read: {exceptionType} {awsErrorCode} {awsRequestId}"
    )]
    public static partial void ConnectionUnreadable(
        this ILogger logger,
        string contactId,
        string step,
        string exceptionType,
        string awsErrorCode,
        string awsRequestId
    );

    [LoggerMessage(
        2005,
        LogLevel.Error,
        "The refresh token {name} could not be written: {exceptionType} {awsErrorCode} {awsRequestId}"
    )]
    public static partial void SecretUnwritable(
        this ILogger logger,
        string name,
        string exceptionType,
        string awsErrorCode,
        string awsRequestId
    );

    [LoggerMessage(2004, LogLevel.Error, "The secret {name} could not be read: {exceptionType} {awsErrorCode} {awsRequestId}")]
    public static partial void SecretUnreadable(
        this ILogger logger,
        string name,
        string exceptionType,
        string awsErrorCode,
        string awsRequestId
    );

    [LoggerMessage(
        2006,
        LogLevel.Warning,
        "The circuit breaker of connection {tenant}/{connectionId} opened: {failed} of {calls} calls failed"
    )]
    public static partial void CircuitOpened(this ILogger logger, string tenant, string connectionId, long failed, long calls);

    [LoggerMessage(
        2007,
        LogLevel.Information,
        "A call probed connection {tenant}/{connectionId}: its circuit breaker is {state}"
    )]
    public static partial void CircuitProbed(this ILogger logger, string tenant, string connectionId, string state);

    [LoggerMessage(
        2008,
        LogLevel.Error,
        "The limits of connection {tenant}/{connectionId} could not be used: {exceptionType} {awsErrorCode} {awsRequestId}"
    )]
    public static partial void LimitsUnusable(
        this ILogger logger,
        string tenant,
        string connectionId,
        string exceptionType,
        string awsErrorCode,
        string awsRequestId
    );

    [LoggerMessage(
        2009,
        LogLevel.Warning,
        "The limits {partition} {sort} could not be updated after a call; its leases expire: {exceptionType} "
            + "{awsErrorCode} {awsRequestId}"
    )]
    public static partial void LimitsNotReturned(
        this ILogger logger,
        string partition,
        string sort,
        string exceptionType,
        string awsErrorCode,
        string awsRequestId
    );

    [LoggerMessage(
        2010,
        LogLevel.Information,
        "Contact {contactId}: step {step} waited {waitMs} ms for the limits of connection {tenant}/{connectionId}"
    )]
    public static partial void WaitedForLimits(
        this ILogger logger,
        string contactId,
        string step,
        double waitMs,
        string tenant,
        string connectionId
    );

    [LoggerMessage(
        2011,
        LogLevel.Warning,
        "Tenant {tenant}: the last good answers cannot be reached: {exceptionType} {awsErrorCode} {awsRequestId}"
    )]
    public static partial void AnswersUnreachable(
        this ILogger logger,
        string tenant,
        string exceptionType,
        string awsErrorCode,
        string awsRequestId
    );

    [LoggerMessage(
        2012,
        LogLevel.Warning,
        "Contact {contactId}: step {step} ended {errorCode} over connection {tenant}/{connectionId}, and the answer of "
            + "{ageSeconds} s before served"
    )]
    public static partial void ServedStale(
        this ILogger logger,
        string contactId,
        string step,
        string errorCode,
        string tenant,
        string connectionId,
        long ageSeconds
    );

    [LoggerMessage(
        3000,
        LogLevel.Information,
        "{action} of {tenant}/{flowId} ended {status}, version {version}, {diagnostics} diagnostics"
    )]
    public static partial void Published(
        this ILogger logger,
        string action,
        string tenant,
        string flowId,
        string status,
        int version,
        int diagnostics
    );

    // Instead of 3000 where a person must change something first.
    [LoggerMessage(3007, LogLevel.Warning, "{action} of {tenant}/{flowId} ended {status}: {reason}")]
    public static partial void NotPublished(
        this ILogger logger,
        string action,
        string tenant,
        string flowId,
        string status,
        string reason
    );

    [LoggerMessage(
        3001,
        LogLevel.Error,
        "Record {sequenceNumber} failed and will be retried: {exceptionType} {awsErrorCode} {awsRequestId}"
    )]
    public static partial void RecordFailed(
        this ILogger logger,
        string sequenceNumber,
        string exceptionType,
        string awsErrorCode,
        string awsRequestId
    );

    [LoggerMessage(
        3002,
        LogLevel.Information,
        "Draft {tenant}/{flowId} revision {revision} was checked: {diagnostics} diagnostics"
    )]
    public static partial void CheckedDraft(this ILogger logger, string tenant, string flowId, int revision, int diagnostics);

    [LoggerMessage(3003, LogLevel.Warning, "Record {sequenceNumber} is neither a draft nor a request and is ignored")]
    public static partial void PassedOver(this ILogger logger, string sequenceNumber);

    [LoggerMessage(
        3004,
        LogLevel.Error,
        "Record {sequenceNumber} would fail every time and is not retried: {exceptionType} {awsErrorCode} {awsRequestId}"
    )]
    public static partial void GaveUp(
        this ILogger logger,
        string sequenceNumber,
        string exceptionType,
        string awsErrorCode,
        string awsRequestId
    );

    [LoggerMessage(
        3006,
        LogLevel.Information,
        "The time for the batch is over: record {sequenceNumber} and the following records will be delivered again"
    )]
    public static partial void LeftForLater(this ILogger logger, string sequenceNumber);

    [LoggerMessage(3005, LogLevel.Error, "PublishFlow failed: {exceptionType} {awsErrorCode} {awsRequestId}")]
    public static partial void CouldNotPublish(
        this ILogger logger,
        string exceptionType,
        string awsErrorCode,
        string awsRequestId
    );

    [LoggerMessage(5000, LogLevel.Error, "{function} failed its self-check: {exceptionType} {awsErrorCode} {awsRequestId}")]
    public static partial void SelfCheckFailed(
        this ILogger logger,
        string function,
        string exceptionType,
        string awsErrorCode,
        string awsRequestId
    );

    [LoggerMessage(
        4000,
        LogLevel.Warning,
        "The {what} could not be read again; the value from {ageSeconds} s ago remains in use: {exceptionType} "
            + "{awsErrorCode} {awsRequestId}"
    )]
    public static partial void RefreshFailed(
        this ILogger logger,
        string what,
        double ageSeconds,
        string exceptionType,
        string awsErrorCode,
        string awsRequestId
    );
}
