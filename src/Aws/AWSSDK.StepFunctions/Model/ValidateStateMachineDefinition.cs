using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.ValidateStateMachineDefinitionAsync"/> is asked.</summary>
public class ValidateStateMachineDefinitionRequest : AmazonStepFunctionsRequest, IWireShape
{
    public string Definition { get; set; }
    public int? MaxResults { get; set; }
    public ValidateStateMachineDefinitionSeverity Severity { get; set; }
    public StateMachineType Type { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Definition = members.Text("definition", Definition);
        MaxResults = members.Integer("maxResults", MaxResults);
        Severity = members.Word("severity", Severity, ValidateStateMachineDefinitionSeverity.FindValue);
        Type = members.Word("type", Type, StateMachineType.FindValue);
    }
}

/// <summary>What <see cref="IAmazonStepFunctions.ValidateStateMachineDefinitionAsync"/> answers.</summary>
public class ValidateStateMachineDefinitionResponse : AmazonWebServiceResponse, IWireShape
{
    public List<ValidateStateMachineDefinitionDiagnostic> Diagnostics { get; set; } =
        AWSConfigs.InitializeCollections ? [] : null;
    public ValidateStateMachineDefinitionResultCode Result { get; set; }
    public bool? Truncated { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Diagnostics = members.List("diagnostics", Diagnostics);
        Result = members.Word("result", Result, ValidateStateMachineDefinitionResultCode.FindValue);
        Truncated = members.Flag("truncated", Truncated);
    }
}
