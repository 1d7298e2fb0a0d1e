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
