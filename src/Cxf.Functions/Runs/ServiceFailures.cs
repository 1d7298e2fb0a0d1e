using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.StepFunctions.Model;
using Cxf.Flows;

namespace Cxf.Functions.Runs;

/// <summary>What failures of an AWS service mean to a caller.</summary>
internal static class ServiceFailures
{
    /// <summary>The error code for a failure of a service; null for an exception that is not one.</summary>
    public static string? WordFor(Exception exception) =>
        exception switch
        {
            ExecutionLimitExceededException => FlowErrorCodes.Busy,
            AmazonServiceException
            {
                ErrorCode: "ThrottlingException" or "TooManyRequestsException" or "ProvisionedThroughputExceededException"
            } => FlowErrorCodes.Busy,
            AmazonServiceException { StatusCode: >= HttpStatusCode.InternalServerError } => FlowErrorCodes.Busy,

            _ when IsWithoutAnswer(exception) => FlowErrorCodes.Busy,

            // An answer that was cut short, or is another server's, is none.
            AmazonUnmarshallingException => FlowErrorCodes.Busy,
            AmazonServiceException or AmazonClientException => FlowErrorCodes.Internal,
            _ => null,
        };

    /// <summary>
    /// Whether the machine that was to be started is not there any more: neither is one whose name now is that of a machine of
    /// the other type, because its flow was deleted and published anew.
    /// </summary>
    public static bool IsMachineGone(Exception exception) =>
        exception
            is StateMachineDoesNotExistException
                or StateMachineDeletingException
                or StateMachineTypeNotSupportedException
                or ResourceNotFoundException;

    /// <summary>Whether no answer came. The client reports its own timeout as a TimeoutException.</summary>
    public static bool IsWithoutAnswer(Exception exception) =>
        exception is HttpRequestException or IOException or SocketException or TimeoutException;

    /// <summary>Whether the service rejected the request and did nothing.</summary>
    public static bool IsRefusal(Exception exception) =>
        exception
            is AmazonClientException
                or AmazonServiceException { StatusCode: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError };

    /// <summary>Whether the request was never sent, because there was no connection.</summary>
    public static bool IsUnsent(Exception exception) =>
        exception
            // SocketsHttpHandler does not wrap this one if a connection is reset just after it was opened.
            is SocketException
                or HttpRequestException
                {
                    HttpRequestError: HttpRequestError.NameResolutionError
                        or HttpRequestError.ConnectionError
                        or HttpRequestError.SecureConnectionError
                        or HttpRequestError.ProxyTunnelError,
                };
}

/// <summary>
/// The flow that was read belongs to a tenant or a machine that no longer exists: code that has it from a cache reads it again.
/// </summary>
public sealed class OutdatedFlowException(Exception? inner = null)
    : Exception("The flow, or its tenant, was deleted after it was read.", inner);
