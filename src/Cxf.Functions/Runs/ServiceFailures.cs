using Amazon.Runtime;
using Amazon.StepFunctions.Model;
using Cxf.Flows;

namespace Cxf.Functions.Runs;

/// <summary>What failures of an AWS service mean to a caller.</summary>
internal static class ServiceFailures
{
    /// <summary>The word for a service's failure; null for exceptions that are none.</summary>
    public static string? WordFor(Exception exception) => exception switch
    {
        ExecutionLimitExceededException => FlowErrorWords.Busy,
        AmazonServiceException { ErrorCode: "ThrottlingException" or "TooManyRequestsException" or "ProvisionedThroughputExceededException" } =>
            FlowErrorWords.Busy,
        _ when IsUnclear(exception) => FlowErrorWords.Busy,
        AmazonServiceException or AmazonClientException => FlowErrorWords.Internal,
        _ => null,
    };

    /// <summary>Whether the machine that was to be started is not there any more.</summary>
    public static bool IsMachineGone(Exception exception) =>
        exception is StateMachineDoesNotExistException or StateMachineDeletingException or ResourceNotFoundException;

    /// <summary>
    /// Makes a call a second time when the first one failed without saying whether it was carried out. Only for calls that find
    /// what they did before: by an execution's name, or by the claim of a run.
    /// </summary>
    public static async Task<T> TryAgainAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (IsUnclear(exception))
        {
            return await call();
        }
    }

    // The service's own trouble, or a connection that was lost under way.
    private static bool IsUnclear(Exception exception) =>
        exception is HttpRequestException or IOException || exception is AmazonServiceException { StatusCode: >= System.Net.HttpStatusCode.InternalServerError };
}
