using System.Net;
using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>The Amazon States Language definition is not valid.</summary>
public class InvalidDefinitionException : AmazonStepFunctionsException
{
    public InvalidDefinitionException() { }

    public InvalidDefinitionException(string message)
        : base(message) { }

    public InvalidDefinitionException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidDefinitionException(Exception innerException)
        : base(innerException?.Message, innerException) { }

    public InvalidDefinitionException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public InvalidDefinitionException(
        string message,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
