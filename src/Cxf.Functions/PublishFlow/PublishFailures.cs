using System.Net;
using Amazon.Runtime;
using Amazon.StepFunctions.Model;

namespace Cxf.Functions.PublishFlow;

/// <summary>
/// Tells failures that pass from those that do not. A request that fails in passing is tried again with its place in the stream;
/// one that would fail for ever must not hold up those behind it.
/// </summary>
internal static class PublishFailures
{
    /// <summary>Whether the same request can succeed later although nobody changes anything.</summary>
    public static bool Passes(Exception exception) => exception switch
    {
        PublishInterruptedException or ConflictException or StateMachineDeletingException => true,
        ResourceNotFoundException => true,
        AmazonServiceException refused => IsBusy(refused),
        AmazonClientException or HttpRequestException or IOException or OperationCanceledException or TimeoutException => true,
        _ => false,
    };

    /// <summary>What is said of a failure that does not pass: what the service answered, or only the kind of exception.</summary>
    public static string Describe(Exception exception) => exception switch
    {
        AmazonServiceException refused => $"AWS refused: {refused.ErrorCode}: {refused.Message}",
        PublishInterruptedException interrupted => interrupted.Message,
        _ => $"PublishFlow failed: {exception.GetType().Name}.",
    };

    private static bool IsBusy(AmazonServiceException exception) =>
        exception.StatusCode is >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests or 0
        || exception.Retryable is not null
        || (exception.ErrorCode is { } code && (code.Contains("Throttl") || code.Contains("TooManyRequests") || code.Contains("ThroughputExceeded")));
}
