using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>Details of a <see cref="HistoryEventType.ExecutionStarted"/> event.</summary>
public class ExecutionStartedEventDetails : IWireShape
{
    public string Input { get; set; }
    public HistoryEventExecutionDataDetails InputDetails { get; set; }
    public string RoleArn { get; set; }
    public string StateMachineAliasArn { get; set; }
    public string StateMachineVersionArn { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Input = members.Text("input", Input);
        InputDetails = members.Shape("inputDetails", InputDetails);
        RoleArn = members.Text("roleArn", RoleArn);
        StateMachineAliasArn = members.Text("stateMachineAliasArn", StateMachineAliasArn);
        StateMachineVersionArn = members.Text("stateMachineVersionArn", StateMachineVersionArn);
    }
}
