using System.Net;
using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>The encryption configuration is not valid.</summary>
public class InvalidEncryptionConfigurationException : AmazonStepFunctionsException
{
    public InvalidEncryptionConfigurationException() { }

    public InvalidEncryptionConfigurationException(string message)
        : base(message) { }

    public InvalidEncryptionConfigurationException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidEncryptionConfigurationException(Exception innerException)
        : base(innerException?.Message, innerException) { }

    public InvalidEncryptionConfigurationException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public InvalidEncryptionConfigurationException(
        string message,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
