using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.CreateStateMachineAsync"/> is asked.</summary>
public class CreateStateMachineRequest : AmazonStepFunctionsRequest, IWireShape
{
    public string Definition { get; set; }
    public EncryptionConfiguration EncryptionConfiguration { get; set; }
    public LoggingConfiguration LoggingConfiguration { get; set; }
    public string Name { get; set; }
    public bool? Publish { get; set; }
    public string RoleArn { get; set; }
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public TracingConfiguration TracingConfiguration { get; set; }
    public StateMachineType Type { get; set; }
    public string VersionDescription { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Definition = members.Text("definition", Definition);
        EncryptionConfiguration = members.Shape("encryptionConfiguration", EncryptionConfiguration);
        LoggingConfiguration = members.Shape("loggingConfiguration", LoggingConfiguration);
        Name = members.Text("name", Name);
        Publish = members.Flag("publish", Publish);
        RoleArn = members.Text("roleArn", RoleArn);
        Tags = members.List("tags", Tags);
        TracingConfiguration = members.Shape("tracingConfiguration", TracingConfiguration);
        Type = members.Word("type", Type, StateMachineType.FindValue);
        VersionDescription = members.Text("versionDescription", VersionDescription);
    }
}

/// <summary>What <see cref="IAmazonStepFunctions.CreateStateMachineAsync"/> answers.</summary>
public class CreateStateMachineResponse : AmazonWebServiceResponse, IWireShape
{
    public DateTime? CreationDate { get; set; }
    public string StateMachineArn { get; set; }
    public string StateMachineVersionArn { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        CreationDate = members.Time("creationDate", CreationDate);
        StateMachineArn = members.Text("stateMachineArn", StateMachineArn);
        StateMachineVersionArn = members.Text("stateMachineVersionArn", StateMachineVersionArn);
    }
}
