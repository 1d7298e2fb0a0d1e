using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.DescribeStateMachineForExecutionAsync"/> is asked.</summary>
public class DescribeStateMachineForExecutionRequest : AmazonStepFunctionsRequest, IWireShape
{
    public string ExecutionArn { get; set; }
    public IncludedData IncludedData { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        ExecutionArn = members.Text("executionArn", ExecutionArn);
        IncludedData = members.Word("includedData", IncludedData, IncludedData.FindValue);
    }
}

/// <summary>What <see cref="IAmazonStepFunctions.DescribeStateMachineForExecutionAsync"/> answers.</summary>
public class DescribeStateMachineForExecutionResponse : AmazonWebServiceResponse, IWireShape
{
    public string Definition { get; set; }
    public EncryptionConfiguration EncryptionConfiguration { get; set; }
    public string Label { get; set; }
    public LoggingConfiguration LoggingConfiguration { get; set; }
    public string MapRunArn { get; set; }
    public string Name { get; set; }
    public string RevisionId { get; set; }
    public string RoleArn { get; set; }
    public string StateMachineArn { get; set; }
    public TracingConfiguration TracingConfiguration { get; set; }
    public DateTime? UpdateDate { get; set; }
    public Dictionary<string, List<string>> VariableReferences { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    void IWireShape.Describe(WireMembers members)
    {
        Definition = members.Text("definition", Definition);
        EncryptionConfiguration = members.Shape("encryptionConfiguration", EncryptionConfiguration);
        Label = members.Text("label", Label);
        LoggingConfiguration = members.Shape("loggingConfiguration", LoggingConfiguration);
        MapRunArn = members.Text("mapRunArn", MapRunArn);
        Name = members.Text("name", Name);
        RevisionId = members.Text("revisionId", RevisionId);
        RoleArn = members.Text("roleArn", RoleArn);
        StateMachineArn = members.Text("stateMachineArn", StateMachineArn);
        TracingConfiguration = members.Shape("tracingConfiguration", TracingConfiguration);
        UpdateDate = members.Time("updateDate", UpdateDate);
        VariableReferences = members.TextListMap("variableReferences", VariableReferences);
    }
}
