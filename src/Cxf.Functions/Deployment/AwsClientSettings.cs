using Amazon.DynamoDBv2;
using Amazon.StepFunctions;

namespace Cxf.Functions.Deployment;

/// <summary>How patiently a function asks DynamoDB.</summary>
internal static class DynamoDbSettings
{
    private const int CallerRetries = 2;

    // No caller waits for PublishFlow, and a new table throttles for seconds when a whole folder is published to it
    // (ProvisionedThroughputExceeded, ThrottlingException). A request that still fails then is delivered again with its record.
    private const int PublishRetries = 5;

    // The SDK's own patience (100 seconds an attempt) is longer than a caller's. Reads of one item take milliseconds; three
    // attempts of this length leave time to answer within Connect's 8 seconds.
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(1.5);

    /// <summary>
    /// Few tries where a caller waits, more in PublishFlow. PublishFlow's writes can be sent twice: if a condition fails only
    /// because the first write succeeded, the content hash and the routes show it.
    /// </summary>
    /// <param name="setting">Environment variables by name.</param>
    public static AmazonDynamoDBConfig Read(Func<string, string?> setting) =>
        new()
        {
            Timeout = AttemptTimeout,

            // A connection that closes before the answer counts as one attempt like any other failure (see
            // StepFunctionsSettings).
            MaxStaleConnectionRetries = 0,
            MaxErrorRetry = setting("ANNOTATIONS_HANDLER") == nameof(PublishFlow) ? PublishRetries : CallerRetries,
        };
}

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
