using System.Net;
using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>The resource does not exist.</summary>
public class ResourceNotFoundException : AmazonStepFunctionsException
{
    public string ResourceName { get; set; }

    public ResourceNotFoundException() { }

    public ResourceNotFoundException(string message)
        : base(message) { }

    public ResourceNotFoundException(string message, Exception innerException)
        : base(message, innerException) { }

    public ResourceNotFoundException(Exception innerException)
        : base(innerException?.Message, innerException) { }

    public ResourceNotFoundException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public ResourceNotFoundException(
        string message,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
