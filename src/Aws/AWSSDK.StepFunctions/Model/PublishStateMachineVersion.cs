using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.PublishStateMachineVersionAsync"/> is asked.</summary>
public class PublishStateMachineVersionRequest : AmazonStepFunctionsRequest, IWireShape
{
    public string Description { get; set; }
    public string RevisionId { get; set; }
    public string StateMachineArn { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Description = members.Text("description", Description);
        RevisionId = members.Text("revisionId", RevisionId);
        StateMachineArn = members.Text("stateMachineArn", StateMachineArn);
    }
}

/// <summary>What <see cref="IAmazonStepFunctions.PublishStateMachineVersionAsync"/> answers.</summary>
public class PublishStateMachineVersionResponse : AmazonWebServiceResponse, IWireShape
{
    public DateTime? CreationDate { get; set; }
    public string StateMachineVersionArn { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        CreationDate = members.Time("creationDate", CreationDate);
        StateMachineVersionArn = members.Text("stateMachineVersionArn", StateMachineVersionArn);
    }
}
