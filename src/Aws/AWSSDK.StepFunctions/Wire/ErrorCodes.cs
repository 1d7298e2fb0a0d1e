using System.Text.Json;
using Amazon.Runtime.Internal;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Wire;

/// <summary>The exception class of each error code that the service model lists.</summary>
internal static class ErrorCodes
{
    public static AmazonStepFunctionsException ToException(ErrorResponse error, byte[] body)
    {
        var (message, inner, type, code) = (error.Message, error.InnerException, error.Type, error.Code);
        var (request, status) = (error.RequestId, error.StatusCode);
        using var json = ParseObject(body);
        var extra = new WireReader(json?.RootElement ?? default);
        return code switch
        {
            "ConflictException" => new ConflictException(message, inner, type, code, request, status),
            "ExecutionAlreadyExists" => new ExecutionAlreadyExistsException(message, inner, type, code, request, status),
            "ExecutionDoesNotExist" => new ExecutionDoesNotExistException(message, inner, type, code, request, status),
            "ExecutionLimitExceeded" => new ExecutionLimitExceededException(message, inner, type, code, request, status),
            "ExecutionNotRedrivable" => new ExecutionNotRedrivableException(message, inner, type, code, request, status),
            "InvalidArn" => new InvalidArnException(message, inner, type, code, request, status),
            "InvalidDefinition" => new InvalidDefinitionException(message, inner, type, code, request, status),
            "InvalidEncryptionConfiguration" => new InvalidEncryptionConfigurationException(
                message,
                inner,
                type,
                code,
                request,
                status
            ),
            "InvalidExecutionInput" => new InvalidExecutionInputException(message, inner, type, code, request, status),
            "InvalidLoggingConfiguration" => new InvalidLoggingConfigurationException(
                message,
                inner,
                type,
                code,
                request,
                status
            ),
            "InvalidName" => new InvalidNameException(message, inner, type, code, request, status),
            "InvalidOutput" => new InvalidOutputException(message, inner, type, code, request, status),
            "InvalidToken" => new InvalidTokenException(message, inner, type, code, request, status),
            "InvalidTracingConfiguration" => new InvalidTracingConfigurationException(
                message,
                inner,
                type,
                code,
                request,
                status
            ),
            "KmsAccessDeniedException" => new KmsAccessDeniedException(message, inner, type, code, request, status),
            "KmsInvalidStateException" => new KmsInvalidStateException(message, inner, type, code, request, status)
            {
                KmsKeyState = extra.Word("kmsKeyState", null, KmsKeyState.FindValue),
            },
            "KmsThrottlingException" => new KmsThrottlingException(message, inner, type, code, request, status),
            "MissingRequiredParameter" => new MissingRequiredParameterException(message, inner, type, code, request, status),
            "ResourceNotFound" => new ResourceNotFoundException(message, inner, type, code, request, status)
            {
                ResourceName = extra.Text("resourceName", null),
            },
            "ServiceQuotaExceededException" => new ServiceQuotaExceededException(message, inner, type, code, request, status),
            "StateMachineAlreadyExists" => new StateMachineAlreadyExistsException(message, inner, type, code, request, status),
            "StateMachineDeleting" => new StateMachineDeletingException(message, inner, type, code, request, status),
            "StateMachineDoesNotExist" => new StateMachineDoesNotExistException(message, inner, type, code, request, status),
            "StateMachineLimitExceeded" => new StateMachineLimitExceededException(message, inner, type, code, request, status),
            "StateMachineTypeNotSupported" => new StateMachineTypeNotSupportedException(
                message,
                inner,
                type,
                code,
                request,
                status
            ),
            "TaskDoesNotExist" => new TaskDoesNotExistException(message, inner, type, code, request, status),
            "TaskTimedOut" => new TaskTimedOutException(message, inner, type, code, request, status),
            "TooManyTags" => new TooManyTagsException(message, inner, type, code, request, status)
            {
                ResourceName = extra.Text("resourceName", null),
            },
            "ValidationException" => new ValidationException(message, inner, type, code, request, status)
            {
                Reason = extra.Word("reason", null, ValidationExceptionReason.FindValue),
            },
            _ => new AmazonStepFunctionsException(message, inner, type, code, request, status),
        };
    }

    // A proxy may answer an error with HTML or without a body; the pipeline has already used its status.
    private static JsonDocument ParseObject(byte[] body)
    {
        try
        {
            return body is { Length: > 0 } ? JsonDocument.Parse(body) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
