using Amazon.Runtime;

namespace Amazon.StepFunctions;

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
