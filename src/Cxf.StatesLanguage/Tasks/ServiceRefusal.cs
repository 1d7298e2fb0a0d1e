namespace Cxf.StatesLanguage.Tasks;

/// <summary>Errors of the services that tasks call, in the words that Step Functions puts into the history.</summary>
internal static class ServiceRefusal
{
    /// <summary>The id of a call that left none.</summary>
    public const string NoRequestId = "00000000-0000-0000-0000-000000000000";

    /// <summary>The error of a call that the service refused.</summary>
    public static TaskServiceException Of(string error, string service, int status, string code, string message, string? requestId) => new(
        error,
        $"{message} (Service: {service}; Status Code: {status}; Error Code: {code}; Request ID: {requestId ?? NoRequestId}; Proxy: null)");
}
