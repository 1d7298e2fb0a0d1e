using Amazon.StepFunctions;

namespace Cxf.Functions.Deployment;

/// <summary>How patiently a function asks Step Functions.</summary>
internal static class StepFunctionsSettings
{
    // The SDK waits longer before each, and at most 20 seconds: all of them fit PublishFlow's minute.
    private const int PublishRetries = 5;

    /// <summary>
    /// Where a caller waits, the client sends each request once: two sends of an EXPRESS start are two executions, and the
    /// caller's time limit leaves no room for more. PublishFlow retries, because it starts nothing, each of its requests can be
    /// repeated, and the quotas for changing machines are small.
    /// </summary>
    /// <param name="setting">Environment variables by name.</param>
    public static AmazonStepFunctionsConfig Read(Func<string, string?> setting) =>
        new()
        {
            MaxErrorRetry = setting("ANNOTATIONS_HANDLER") == nameof(PublishFlow) ? PublishRetries : 0,

            // If a connection closes before the answer, AWSSDK.Core assumes that it was closed while idle and sends the request
            // up to 10 more times, whatever MaxErrorRetry says. The service may have executed every one of them.
            MaxStaleConnectionRetries = 0,

            // An endpoint of a developer's machine has no twin called sync-….
            DisableHostPrefixInjection = !string.IsNullOrEmpty(setting("AWS_ENDPOINT_URL_SFN")),
        };
}
