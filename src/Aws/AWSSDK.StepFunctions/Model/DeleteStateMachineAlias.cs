using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.DeleteStateMachineAliasAsync"/> is asked.</summary>
public class DeleteStateMachineAliasRequest : AmazonStepFunctionsRequest, IWireShape
{
    public string StateMachineAliasArn { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        StateMachineAliasArn = members.Text("stateMachineAliasArn", StateMachineAliasArn);
    }
}

/// <summary>What <see cref="IAmazonStepFunctions.DeleteStateMachineAliasAsync"/> answers.</summary>
public class DeleteStateMachineAliasResponse : AmazonWebServiceResponse, IWireShape
{
    void IWireShape.Describe(WireMembers members) { }
}
