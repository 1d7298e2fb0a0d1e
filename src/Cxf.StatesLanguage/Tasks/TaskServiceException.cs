namespace Cxf.StatesLanguage.Tasks;

/// <summary>A service that a Task state calls rejected the call or failed.</summary>
/// <param name="error">The error's name as Retry and Catch see it, such as <c>Lambda.TooManyRequestsException</c>.</param>
/// <param name="cause">The cause.</param>
public sealed class TaskServiceException(string? error, string? cause) : Exception(cause ?? error)
{
    /// <summary>The error's name; null only for a failure that a task's worker reports without one.</summary>
    public string? Error { get; } = error;

    /// <summary>The cause, or null.</summary>
    public string? Cause { get; } = cause;
}

/// <summary>Errors of the services that tasks call, in the wording of the execution history.</summary>
internal static class ServiceRefusal
{
    /// <summary>The request id of a call that has none.</summary>
    public const string NoRequestId = "00000000-0000-0000-0000-000000000000";

    /// <summary>The error of a call that the service rejected.</summary>
    public static TaskServiceException Of(
        string error,
        string service,
        int status,
        string code,
        string message,
        string? requestId
    ) =>
        new(
            error,
            $"{message} (Service: {service}; Status Code: {status}; Error Code: {code}; "
                + $"Request ID: {requestId ?? NoRequestId}; Proxy: null)"
        );
}
