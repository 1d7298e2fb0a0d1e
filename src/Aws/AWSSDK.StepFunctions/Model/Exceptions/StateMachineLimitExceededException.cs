using System.Net;
using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>Too many state machines in the account.</summary>
public class StateMachineLimitExceededException : AmazonStepFunctionsException
{
    public StateMachineLimitExceededException() { }

    public StateMachineLimitExceededException(string message)
        : base(message) { }

    public StateMachineLimitExceededException(string message, Exception innerException)
        : base(message, innerException) { }

    public StateMachineLimitExceededException(Exception innerException)
        : base(innerException?.Message, innerException) { }

    public StateMachineLimitExceededException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public StateMachineLimitExceededException(
        string message,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
