using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>One state machine of the account and region.</summary>
public class StateMachineListItem : IWireShape
{
    public DateTime? CreationDate { get; set; }
    public string Name { get; set; }
    public string StateMachineArn { get; set; }
    public StateMachineType Type { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        CreationDate = members.Time("creationDate", CreationDate);
        Name = members.Text("name", Name);
        StateMachineArn = members.Text("stateMachineArn", StateMachineArn);
        Type = members.Word("type", Type, StateMachineType.FindValue);
    }
}
