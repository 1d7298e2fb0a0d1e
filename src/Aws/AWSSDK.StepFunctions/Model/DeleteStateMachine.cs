using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.DeleteStateMachineAsync"/> is asked.</summary>
public class DeleteStateMachineRequest : AmazonStepFunctionsRequest, IWireShape
{
    public string StateMachineArn { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        StateMachineArn = members.Text("stateMachineArn", StateMachineArn);
    }
}

/// <summary>What <see cref="IAmazonStepFunctions.DeleteStateMachineAsync"/> answers.</summary>
public class DeleteStateMachineResponse : AmazonWebServiceResponse, IWireShape
{
    void IWireShape.Describe(WireMembers members) { }
}
