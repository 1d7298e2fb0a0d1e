using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.DescribeStateMachineAliasAsync"/> is asked.</summary>
public class DescribeStateMachineAliasRequest : AmazonStepFunctionsRequest, IWireShape
{
    public string StateMachineAliasArn { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        StateMachineAliasArn = members.Text("stateMachineAliasArn", StateMachineAliasArn);
    }
}
