namespace Cxf.StatesLanguage.Tasks;

/// <summary>What Lambda itself refuses, as Step Functions names it; implementations of <see cref="ILambdaInvoker"/> throw it.</summary>
public static class LambdaErrors
{
    /// <summary>Lambda answered with an error of its own, such as TooManyRequestsException.</summary>
    /// <param name="code">The error's name in Lambda's API.</param>
    /// <param name="message">Its message.</param>
    /// <param name="status">The answer's HTTP status.</param>
    /// <param name="requestId">The id that Lambda gave the call, or null.</param>
    public static TaskServiceException Refused(string code, string message, int status, string? requestId = null) =>
        ServiceRefusal.Of($"Lambda.{code}", "AWSLambda", status, code, message, requestId);

    /// <summary>There is no such function.</summary>
    public static TaskServiceException FunctionNotFound(string function) =>
        Refused("ResourceNotFoundException", $"Function not found: {function}", status: 404);

    /// <summary>Lambda could not be reached.</summary>
    public static TaskServiceException Unreachable(string reason) =>
        new("Lambda.SdkClientException", $"Unable to execute HTTP request: {reason}");
}
