using System.Net;
using Amazon.Runtime;
using Amazon.StepFunctions.Model;
using Cxf.Functions.Stores;

namespace Cxf.Functions.PublishFlow;

/// <summary>
/// Tells failures that pass from those that do not. A request that fails in passing is tried again with its place in the stream;
/// one that would fail for ever must not hold up those behind it.
/// </summary>
internal static class PublishFailures
{
    /// <summary>Whether the same request can succeed later although nobody changes anything.</summary>
    public static bool Passes(Exception exception) =>
        exception switch
        {
            PublishInterruptedException => true,
            _ when IsOvertaken(exception) => true,
            AmazonServiceException refused => IsBusy(refused),
            AmazonClientException or HttpRequestException or IOException or OperationCanceledException or TimeoutException =>
                true,
            _ => false,
        };

    /// <summary>What is answered to who is not tried again: that another was faster, what the service said, or only the kind of exception.</summary>
    public static PublishAnswer Answer(Exception exception, LiveFlow? live) =>
        exception switch
        {
            PublishInterruptedException interrupted => PublishAnswer.Of(PublishStatus.Conflict, interrupted.Message, live),
            _ when IsOvertaken(exception) => PublishAnswer.Overtaken(live),
            InvalidDefinitionException refused => PublishAnswer.Rejected(
                $"Step Functions refuses the flow's state machine: {refused.Message}"
            ),
            AmazonServiceException refused => PublishAnswer.Of(
                PublishStatus.Failed,
                $"AWS refused: {refused.ErrorCode}: {refused.Message}",
                live
            ),
            UnreadableRecordException unreadable => PublishAnswer.Of(PublishStatus.Failed, unreadable.Message, live),
            _ => PublishAnswer.Of(PublishStatus.Failed, $"PublishFlow failed: {exception.GetType().Name}.", live),
        };

    // Each was looked for just before: another publisher has made, changed or deleted it between two calls.
    private static bool IsOvertaken(Exception exception) =>
        exception
            is ConflictException
                or StateMachineAlreadyExistsException
                or StateMachineDeletingException
                or StateMachineDoesNotExistException
                or ResourceNotFoundException;

    private static bool IsBusy(AmazonServiceException exception) =>
        exception.StatusCode is >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests or 0
        || exception.Retryable is not null
        || (
            exception.ErrorCode is { } code
            && (code.Contains("Throttl") || code.Contains("TooManyRequests") || code.Contains("ThroughputExceeded"))
        );
}
