using Amazon.Runtime;

namespace Cxf.Functions.Observability;

/// <summary>
/// What the log may contain of an exception: its type, and AWS's details of a rejected request. Never its message, which may
/// contain data, and never a stack.
/// </summary>
/// <param name="ExceptionType">The exception's class.</param>
/// <param name="AwsErrorCode">AWS's error code, e.g. AccessDeniedException; empty when the failure is not AWS's answer.</param>
/// <param name="AwsRequestId">AWS's ID of the rejected request, which AWS Support needs.</param>
internal readonly record struct FailureFacts(string ExceptionType, string AwsErrorCode, string AwsRequestId)
{
    public static FailureFacts Of(Exception? exception)
    {
        if (exception is null)
        {
            return new FailureFacts("", "", "");
        }

        var refusal = Refusal(exception);
        return new FailureFacts(exception.GetType().FullName!, CodeOf(refusal), refusal?.RequestId ?? "");
    }

    private static AmazonServiceException? Refusal(Exception? exception) =>
        exception is null or AmazonServiceException { ErrorCode.Length: > 0 }
            ? (AmazonServiceException?)exception
            : Refusal(exception.InnerException) ?? exception as AmazonServiceException;

    // A proxy or a load balancer refuses without a code of AWS's.
    private static string CodeOf(AmazonServiceException? refusal) =>
        refusal is null ? ""
        : refusal.ErrorCode is { Length: > 0 } code ? code
        : refusal.StatusCode != 0 ? $"HTTP {(int)refusal.StatusCode}"
        : "";
}
