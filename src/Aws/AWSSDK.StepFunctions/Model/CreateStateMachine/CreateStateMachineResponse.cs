using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

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
