using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.DeleteStateMachineVersionAsync"/> is asked.</summary>
public class DeleteStateMachineVersionRequest : AmazonStepFunctionsRequest, IWireShape
{
    public string StateMachineVersionArn { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        StateMachineVersionArn = members.Text("stateMachineVersionArn", StateMachineVersionArn);
    }
}

/// <summary>What <see cref="IAmazonStepFunctions.DeleteStateMachineVersionAsync"/> answers.</summary>
public class DeleteStateMachineVersionResponse : AmazonWebServiceResponse, IWireShape
{
    void IWireShape.Describe(WireMembers members) { }
}
