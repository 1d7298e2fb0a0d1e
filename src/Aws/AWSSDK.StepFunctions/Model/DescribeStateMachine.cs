using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.DescribeStateMachineAsync"/> is asked.</summary>
public class DescribeStateMachineRequest : AmazonStepFunctionsRequest, IWireShape
{
    public IncludedData IncludedData { get; set; }
    public string StateMachineArn { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        IncludedData = members.Word("includedData", IncludedData, IncludedData.FindValue);
        StateMachineArn = members.Text("stateMachineArn", StateMachineArn);
    }
}

/// <summary>What <see cref="IAmazonStepFunctions.DescribeStateMachineAsync"/> answers.</summary>
public class DescribeStateMachineResponse : AmazonWebServiceResponse, IWireShape
{
    public DateTime? CreationDate { get; set; }
    public string Definition { get; set; }
    public string Description { get; set; }
    public EncryptionConfiguration EncryptionConfiguration { get; set; }
    public string Label { get; set; }
    public LoggingConfiguration LoggingConfiguration { get; set; }
    public string Name { get; set; }
    public string RevisionId { get; set; }
    public string RoleArn { get; set; }
    public string StateMachineArn { get; set; }
    public StateMachineStatus Status { get; set; }
    public TracingConfiguration TracingConfiguration { get; set; }
    public StateMachineType Type { get; set; }
    public Dictionary<string, List<string>> VariableReferences { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    void IWireShape.Describe(WireMembers members)
    {
        CreationDate = members.Time("creationDate", CreationDate);
        Definition = members.Text("definition", Definition);
        Description = members.Text("description", Description);
        EncryptionConfiguration = members.Shape("encryptionConfiguration", EncryptionConfiguration);
        Label = members.Text("label", Label);
        LoggingConfiguration = members.Shape("loggingConfiguration", LoggingConfiguration);
        Name = members.Text("name", Name);
        RevisionId = members.Text("revisionId", RevisionId);
        RoleArn = members.Text("roleArn", RoleArn);
        StateMachineArn = members.Text("stateMachineArn", StateMachineArn);
        Status = members.Word("status", Status, StateMachineStatus.FindValue);
        TracingConfiguration = members.Shape("tracingConfiguration", TracingConfiguration);
        Type = members.Word("type", Type, StateMachineType.FindValue);
        VariableReferences = members.TextListMap("variableReferences", VariableReferences);
    }
}
