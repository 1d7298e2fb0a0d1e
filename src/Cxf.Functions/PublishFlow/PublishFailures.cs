using System.Net;
using Amazon.Runtime;
using Amazon.StepFunctions.Model;
using Cxf.Documents;
using Cxf.Functions.Runs;
using Cxf.Functions.Stores;

namespace Cxf.Functions.PublishFlow;

/// <summary>
/// Distinguishes temporary failures from permanent ones. A request that fails temporarily is retried at its position in the
/// stream; one that would always fail must not block the records after it.
/// </summary>
internal static class PublishFailures
{
    /// <summary>Whether the same request can succeed later without a change.</summary>
    public static bool Passes(Exception exception) =>
        exception switch
        {
            PublishInterruptedException => true,
            _ when IsOvertaken(exception) => true,
            AmazonServiceException refused => IsBusy(refused),
            AmazonClientException or OperationCanceledException => true,
            _ => ServiceFailures.IsWithoutAnswer(exception),
        };

    /// <summary>
    /// The answer to a request that is not retried: another publisher was faster, the service's error, or only the type of the
    /// exception.
    /// </summary>
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

/// <summary>Something else is going on with the same flow; the same request succeeds a little later.</summary>
internal sealed class PublishInterruptedException(string message) : Exception(message);

/// <summary>A flow's document cannot be used; the answer is a refusal with its diagnostics.</summary>
internal sealed class FlowRefusedException(string message, IReadOnlyList<Diagnostic> diagnostics) : Exception(message)
{
    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;
}
