using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

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
