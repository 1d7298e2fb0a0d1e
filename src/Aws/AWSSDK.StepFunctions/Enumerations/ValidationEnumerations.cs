using Amazon.Runtime;

namespace Amazon.StepFunctions;

/// <summary>Whether a definition can be created.</summary>
public class ValidateStateMachineDefinitionResultCode : ConstantClass
{
    public static readonly ValidateStateMachineDefinitionResultCode FAIL = new("FAIL");
    public static readonly ValidateStateMachineDefinitionResultCode OK = new("OK");

    public ValidateStateMachineDefinitionResultCode(string value)
        : base(value) { }

    public static ValidateStateMachineDefinitionResultCode FindValue(string value) =>
        FindValue<ValidateStateMachineDefinitionResultCode>(value);

    public static implicit operator ValidateStateMachineDefinitionResultCode(string value) => FindValue(value);
}

/// <summary>Whether a diagnostic prevents creation.</summary>
public class ValidateStateMachineDefinitionSeverity : ConstantClass
{
    public static readonly ValidateStateMachineDefinitionSeverity ERROR = new("ERROR");
    public static readonly ValidateStateMachineDefinitionSeverity WARNING = new("WARNING");

    public ValidateStateMachineDefinitionSeverity(string value)
        : base(value) { }

    public static ValidateStateMachineDefinitionSeverity FindValue(string value) =>
        FindValue<ValidateStateMachineDefinitionSeverity>(value);

    public static implicit operator ValidateStateMachineDefinitionSeverity(string value) => FindValue(value);
}

/// <summary>Why a request was invalid.</summary>
public class ValidationExceptionReason : ConstantClass
{
    public static readonly ValidationExceptionReason API_DOES_NOT_SUPPORT_LABELED_ARNS = new("API_DOES_NOT_SUPPORT_LABELED_ARNS");
    public static readonly ValidationExceptionReason CANNOT_UPDATE_COMPLETED_MAP_RUN = new("CANNOT_UPDATE_COMPLETED_MAP_RUN");
    public static readonly ValidationExceptionReason INVALID_ROUTING_CONFIGURATION = new("INVALID_ROUTING_CONFIGURATION");
    public static readonly ValidationExceptionReason MISSING_REQUIRED_PARAMETER = new("MISSING_REQUIRED_PARAMETER");

    public ValidationExceptionReason(string value)
        : base(value) { }

    public static ValidationExceptionReason FindValue(string value) => FindValue<ValidationExceptionReason>(value);

    public static implicit operator ValidationExceptionReason(string value) => FindValue(value);
}
