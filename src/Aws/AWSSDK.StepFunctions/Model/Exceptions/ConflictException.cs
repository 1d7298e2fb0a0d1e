using System.Net;
using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>Another change of the same resource is in progress.</summary>
public class ConflictException : AmazonStepFunctionsException
{
    public ConflictException() { }

    public ConflictException(string message)
        : base(message) { }

    public ConflictException(string message, Exception innerException)
        : base(message, innerException) { }

    public ConflictException(Exception innerException)
        : base(innerException?.Message, innerException) { }

    public ConflictException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public ConflictException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
