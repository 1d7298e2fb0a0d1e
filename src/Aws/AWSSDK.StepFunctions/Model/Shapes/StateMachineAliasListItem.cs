using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>One alias of a state machine.</summary>
public class StateMachineAliasListItem : IWireShape
{
    public DateTime? CreationDate { get; set; }
    public string StateMachineAliasArn { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        CreationDate = members.Time("creationDate", CreationDate);
        StateMachineAliasArn = members.Text("stateMachineAliasArn", StateMachineAliasArn);
    }
}
