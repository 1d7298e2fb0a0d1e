using Cxf.StatesLanguage.Reading;

namespace Cxf.StatesLanguage.Service;

/// <summary>An error answer of the Step Functions API.</summary>
/// <param name="code">AWS's code, such as <c>StateMachineDoesNotExist</c>.</param>
/// <param name="message">AWS's message.</param>
public sealed class StepFunctionsException(string code, string message) : Exception(message)
{
    /// <summary>AWS's code.</summary>
    public string Code { get; } = code;
}

/// <summary>The error answers, with AWS's codes and messages.</summary>
internal static class ApiErrors
{
    public static StepFunctionsException Validation(string message) => new("ValidationException", message);

    public static StepFunctionsException Missing(string member) =>
        Validation(
            $"1 validation error detected: Value null at '{member}' failed to satisfy constraint: Member must not be null"
        );

    public static StepFunctionsException TooLarge(string member, long value, long maximum) =>
        Constraint(member, $"{value}", $"Member must have value less than or equal to {maximum}");

    public static StepFunctionsException Negative(string member, long value) =>
        Constraint(member, $"{value}", "Member must have value greater than or equal to 0");

    public static StepFunctionsException NotOneOf(string member, string value, IEnumerable<string> known) =>
        Constraint(member, value, $"Member must satisfy enum value set: [{string.Join(", ", known)}]");

    /// <summary>A value that breaks a rule of the API model.</summary>
    public static StepFunctionsException Constraint(string member, string value, string rule) =>
        Validation($"1 validation error detected: Value '{value}' at '{member}' failed to satisfy constraint: {rule}");

    public static StepFunctionsException InvalidArn(string problem) => new("InvalidArn", $"Invalid Arn: '{problem}'");

    public static StepFunctionsException InvalidName(string name) => new("InvalidName", $"Invalid Name: '{name}'");

    public static StepFunctionsException InvalidToken() => new("InvalidToken", "Invalid Token: 'Invalid token'");

    public static StepFunctionsException MachineDoesNotExist(string arn) =>
        new("StateMachineDoesNotExist", $"State Machine Does Not Exist: '{arn}'");

    public static StepFunctionsException MachineAlreadyExists(string arn) =>
        new("StateMachineAlreadyExists", $"State Machine Already Exists: '{arn}'");

    public static StepFunctionsException ActivityDoesNotExist(string arn) =>
        new("ActivityDoesNotExist", $"Activity Does Not Exist: '{arn}'");

    public static StepFunctionsException ExecutionDoesNotExist(string arn) =>
        new("ExecutionDoesNotExist", $"Execution Does Not Exist: '{arn}'");

    public static StepFunctionsException ExecutionAlreadyExists(string arn) =>
        new("ExecutionAlreadyExists", $"Execution Already Exists: '{arn}'");

    public static StepFunctionsException ResourceNotFound() =>
        new("ResourceNotFound", "Request references a resource that does not exist.");

    /// <summary>The answer of the tag operations.</summary>
    public static StepFunctionsException ResourceNotFound(string arn) => new("ResourceNotFound", $"Resource not found: '{arn}'");

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
