using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>One finding in a definition: what, and where.</summary>
public class ValidateStateMachineDefinitionDiagnostic : IWireShape
{
    public string Code { get; set; }
    public string Location { get; set; }
    public string Message { get; set; }
    public ValidateStateMachineDefinitionSeverity Severity { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Code = members.Text("code", Code);
        Location = members.Text("location", Location);
        Message = members.Text("message", Message);
        Severity = members.Word("severity", Severity, ValidateStateMachineDefinitionSeverity.FindValue);
    }
}
