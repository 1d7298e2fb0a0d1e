namespace Cxf.StatesLanguage.Tasks;

/// <summary>Calls Lambda functions for Task states: functions in this process, mocks, or a Lambda endpoint.</summary>
public interface ILambdaInvoker
{
    /// <summary>Calls a function and waits for its answer.</summary>
    /// <param name="functionArn">The function as the state names it: an ARN, possibly with an alias or version, or a bare
    /// name.</param>
    /// <param name="payload">The event, JSON in UTF-8.</param>
    /// <param name="cancellationToken">Cancelled when the state timed out or its execution ended.</param>
    /// <returns>The function's answer, or its error document.</returns>
    /// <exception cref="TaskServiceException">Lambda itself failed: no such function, too many requests.</exception>
    ValueTask<LambdaResult> InvokeAsync(string functionArn, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken);
}

/// <summary>What a Lambda function answered.</summary>
/// <param name="Payload">JSON in UTF-8: the answer, or for an error Lambda's document <c>{errorType, errorMessage,
/// stackTrace}</c>.</param>
/// <param name="FunctionError">Whether the function failed.</param>
/// <param name="ExecutedVersion">The version that ran, such as <c>$LATEST</c>.</param>
public readonly record struct LambdaResult(ReadOnlyMemory<byte> Payload, bool FunctionError, string ExecutedVersion);

/// <summary>
/// Lambda's own errors as Step Functions reports them; implementations of <see cref="ILambdaInvoker"/> throw them.
/// </summary>
public static class LambdaErrors
{
    /// <summary>Lambda answered with an error of its own, such as TooManyRequestsException.</summary>
    /// <param name="code">The error's name in Lambda's API.</param>
    /// <param name="message">Its message.</param>
    /// <param name="status">The answer's HTTP status.</param>
    /// <param name="requestId">The id that Lambda gave the call, or null.</param>
    public static TaskServiceException Refused(string code, string message, int status, string? requestId = null) =>
        ServiceRefusal.Of($"Lambda.{code}", "AWSLambda", status, code, message, requestId);

    /// <summary>The function does not exist.</summary>
    public static TaskServiceException FunctionNotFound(string function) =>
        Refused("ResourceNotFoundException", $"Function not found: {function}", status: 404);

    /// <summary>Lambda could not be reached.</summary>
    public static TaskServiceException Unreachable(string reason) =>
        new("Lambda.SdkClientException", $"Unable to execute HTTP request: {reason}");
}

/// <summary>Lambda without any function: every call fails as on Lambda when the function does not exist.</summary>
internal sealed class NoLambda : ILambdaInvoker
{
    public ValueTask<LambdaResult> InvokeAsync(
        string functionArn,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken
    ) => throw LambdaErrors.FunctionNotFound(functionArn);
}
