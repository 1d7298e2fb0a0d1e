using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>One published version of a state machine.</summary>
public class StateMachineVersionListItem : IWireShape
{
    public DateTime? CreationDate { get; set; }
    public string StateMachineVersionArn { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        CreationDate = members.Time("creationDate", CreationDate);
        StateMachineVersionArn = members.Text("stateMachineVersionArn", StateMachineVersionArn);
    }
}
