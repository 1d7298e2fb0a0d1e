using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.UpdateStateMachineAsync"/> is asked.</summary>
public class UpdateStateMachineRequest : AmazonStepFunctionsRequest, IWireShape
{
    public string Definition { get; set; }
    public EncryptionConfiguration EncryptionConfiguration { get; set; }
    public LoggingConfiguration LoggingConfiguration { get; set; }
    public bool? Publish { get; set; }
    public string RoleArn { get; set; }
    public string StateMachineArn { get; set; }
    public TracingConfiguration TracingConfiguration { get; set; }
    public string VersionDescription { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Definition = members.Text("definition", Definition);
        EncryptionConfiguration = members.Shape("encryptionConfiguration", EncryptionConfiguration);
        LoggingConfiguration = members.Shape("loggingConfiguration", LoggingConfiguration);
        Publish = members.Flag("publish", Publish);
        RoleArn = members.Text("roleArn", RoleArn);
        StateMachineArn = members.Text("stateMachineArn", StateMachineArn);
        TracingConfiguration = members.Shape("tracingConfiguration", TracingConfiguration);
        VersionDescription = members.Text("versionDescription", VersionDescription);
    }
}

/// <summary>What <see cref="IAmazonStepFunctions.UpdateStateMachineAsync"/> answers.</summary>
public class UpdateStateMachineResponse : AmazonWebServiceResponse, IWireShape
{
    public string RevisionId { get; set; }
    public string StateMachineVersionArn { get; set; }
    public DateTime? UpdateDate { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        RevisionId = members.Text("revisionId", RevisionId);
        StateMachineVersionArn = members.Text("stateMachineVersionArn", StateMachineVersionArn);
        UpdateDate = members.Time("updateDate", UpdateDate);
    }
}
