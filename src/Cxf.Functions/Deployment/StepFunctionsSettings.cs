using Amazon.StepFunctions;

namespace Cxf.Functions.Deployment;

/// <summary>How patiently a function asks Step Functions.</summary>
internal static class StepFunctionsSettings
{
    // The SDK waits longer before each, and at most 20 seconds: all of them fit PublishFlow's minute.
    private const int PublishRetries = 5;

    /// <summary>
    /// The client sends each request once where a caller waits: an EXPRESS start that is sent twice is two executions, and the caller's
    /// time leaves no room for more. PublishFlow starts nothing, each of its requests can be made again, and the quotas on changing
    /// machines are small, so it retries.
    /// </summary>
    /// <param name="setting">Environment variables by name.</param>
    public static AmazonStepFunctionsConfig Read(Func<string, string?> setting) =>
        new()
        {
            MaxErrorRetry = setting("ANNOTATIONS_HANDLER") == nameof(PublishFlow) ? PublishRetries : 0,

            // AWSSDK.Core takes a connection that closes before the answer for one that was closed while it was idle, and sends the
            // request up to 10 more times, whatever MaxErrorRetry says. The service may have carried out every one of them.
            MaxStaleConnectionRetries = 0,

            // An endpoint of a developer's machine has no twin called sync-….
            DisableHostPrefixInjection = !string.IsNullOrEmpty(setting("AWS_ENDPOINT_URL_SFN")),
        };
}
