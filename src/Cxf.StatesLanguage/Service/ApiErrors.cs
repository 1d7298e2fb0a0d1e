using Cxf.StatesLanguage.Reading;

namespace Cxf.StatesLanguage.Service;

/// <summary>The error answers, with AWS's codes and messages.</summary>
internal static class ApiErrors
{
    public static StepFunctionsException Validation(string message) => new("ValidationException", message);

    public static StepFunctionsException Missing(string member) =>
        Validation(
            $"1 validation error detected: Value null at '{member}' failed to satisfy constraint: Member must not be null");

    public static StepFunctionsException TooLarge(string member, long value, long maximum) => Validation(
        $"1 validation error detected: Value '{value}' at '{member}' failed to satisfy constraint: Member must have value less than or equal to {maximum}");

    public static StepFunctionsException Negative(string member, long value) => Validation(
        $"1 validation error detected: Value '{value}' at '{member}' failed to satisfy constraint: Member must have value greater than or equal to 0");

    public static StepFunctionsException NotOneOf(string member, string value, IEnumerable<string> known) => Validation(
        $"1 validation error detected: Value '{value}' at '{member}' failed to satisfy constraint: Member must satisfy enum value set: [{string.Join(", ", known)}]");

    public static StepFunctionsException InvalidArn(string problem) => new("InvalidArn", $"Invalid Arn: '{problem}'");

    public static StepFunctionsException InvalidName(string name) => new("InvalidName", $"Invalid Name: '{name}'");

    public static StepFunctionsException InvalidToken() => new("InvalidToken", "Invalid Token: 'Invalid token'");

    public static StepFunctionsException MachineDoesNotExist(string arn) =>
        new("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{arn}'");

    public static StepFunctionsException MachineAlreadyExists(string arn) =>
        new("StateMachineAlreadyExists", $"State Machine Already Exists: '{arn}'");

    public static StepFunctionsException ExecutionDoesNotExist(string arn) =>
        new("ExecutionDoesNotExist", $"Execution Does Not Exist: '{arn}'");

    public static StepFunctionsException ExecutionAlreadyExists(string arn) =>
        new("ExecutionAlreadyExists", $"Execution Already Exists: '{arn}'");

    public static StepFunctionsException ResourceNotFound() =>
        new("ResourceNotFound", "Request references a resource that does not exist.");

    public static StepFunctionsException Conflict(string message) => new("ConflictException", message);

    public static StepFunctionsException TypeNotSupported() =>
        new("StateMachineTypeNotSupported", "This operation is not supported by this type of state machine");

    public static StepFunctionsException InvalidInput(string problem) =>
        new("InvalidExecutionInput", $"Invalid State Machine Execution Input: '{problem}'");

    public static StepFunctionsException InvalidLogging(string problem) =>
        new("InvalidLoggingConfiguration", $"Invalid Logging Configuration: {problem}");

    public static StepFunctionsException InvalidDefinition(IEnumerable<DefinitionDiagnostic> diagnostics) =>
        new("InvalidDefinition", $"Invalid State Machine Definition: '{string.Join(", ", diagnostics)}'");

    public static StepFunctionsException QuotaExceeded(string message) => new("ServiceQuotaExceededException", message);
}
