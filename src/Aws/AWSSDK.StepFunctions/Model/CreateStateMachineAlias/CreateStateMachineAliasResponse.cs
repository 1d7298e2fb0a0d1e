using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.CreateStateMachineAliasAsync"/> answers.</summary>
public class CreateStateMachineAliasResponse : AmazonWebServiceResponse, IWireShape
{
    public DateTime? CreationDate { get; set; }
    public string StateMachineAliasArn { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        CreationDate = members.Time("creationDate", CreationDate);
        StateMachineAliasArn = members.Text("stateMachineAliasArn", StateMachineAliasArn);
    }
}
