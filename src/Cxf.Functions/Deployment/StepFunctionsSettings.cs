using Amazon.StepFunctions;

namespace Cxf.Functions.Deployment;

/// <summary>How patiently a function asks Step Functions.</summary>
internal static class StepFunctionsSettings
{
    // The SDK waits longer before each, and at most 20 seconds: all of them fit PublishFlow's minute.
    private const int PublishRetries = 5;

    /// <summary>
    /// No retries by the client where a caller waits: an EXPRESS start that is sent twice is two runs, and the caller's clock leaves no
    /// time for more. PublishFlow starts nothing, each of its requests can be made again, and the quotas on changing machines are
    /// small, so it waits its turn.
    /// </summary>
    /// <param name="setting">Environment variables by name.</param>
    public static AmazonStepFunctionsConfig Read(Func<string, string?> setting) => new()
    {
        MaxErrorRetry = setting("ANNOTATIONS_HANDLER") == nameof(PublishFlow) ? PublishRetries : 0,

        // An endpoint of a developer's machine has no twin called sync-….
        DisableHostPrefixInjection = !string.IsNullOrEmpty(setting("AWS_ENDPOINT_URL_SFN")),
    };
}
