using System.Net;
using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>The tracing configuration is not valid.</summary>
public class InvalidTracingConfigurationException : AmazonStepFunctionsException
{
    public InvalidTracingConfigurationException() { }

    public InvalidTracingConfigurationException(string message)
        : base(message) { }

    public InvalidTracingConfigurationException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidTracingConfigurationException(Exception innerException)
        : base(innerException?.Message, innerException) { }

    public InvalidTracingConfigurationException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public InvalidTracingConfigurationException(
        string message,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
