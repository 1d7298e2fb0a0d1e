using Amazon.DynamoDBv2;

namespace Cxf.Functions.Deployment;

/// <summary>How patiently a function asks DynamoDB.</summary>
internal static class DynamoDbSettings
{
    private const int CallerRetries = 2;

    // Nobody is kept waiting by PublishFlow, and a new table that a whole folder is published to throttles for seconds
    // (ProvisionedThroughputExceeded, ThrottlingException). What is still refused then comes again with its record.
    private const int PublishRetries = 5;

    // The SDK's own patience (100 seconds an attempt) is longer than a caller's. Reads of one item take milliseconds; three
    // attempts of this length leave time to answer within Connect's 8 seconds.
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(1.5);

    /// <summary>
    /// Few tries where a caller waits, more in PublishFlow. Its writes may be sent twice: what fails its condition only because the first
    /// one was carried out is known by its content hash and routes.
    /// </summary>
    /// <param name="setting">Environment variables by name.</param>
    public static AmazonDynamoDBConfig Read(Func<string, string?> setting) =>
        new()
        {
            Timeout = AttemptTimeout,

            // A connection that closes before the answer counts as one attempt like any other failure (see StepFunctionsSettings).
            MaxStaleConnectionRetries = 0,
            MaxErrorRetry = setting("ANNOTATIONS_HANDLER") == nameof(PublishFlow) ? PublishRetries : CallerRetries,
        };
}
