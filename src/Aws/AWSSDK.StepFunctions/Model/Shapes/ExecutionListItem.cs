using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>One execution of a state machine.</summary>
public class ExecutionListItem : IWireShape
{
    public string ExecutionArn { get; set; }
    public int? ItemCount { get; set; }
    public string MapRunArn { get; set; }
    public string Name { get; set; }
    public int? RedriveCount { get; set; }
    public DateTime? RedriveDate { get; set; }
    public DateTime? StartDate { get; set; }
    public string StateMachineAliasArn { get; set; }
    public string StateMachineArn { get; set; }
    public string StateMachineVersionArn { get; set; }
    public ExecutionStatus Status { get; set; }
    public DateTime? StopDate { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        ExecutionArn = members.Text("executionArn", ExecutionArn);
        ItemCount = members.Integer("itemCount", ItemCount);
        MapRunArn = members.Text("mapRunArn", MapRunArn);
        Name = members.Text("name", Name);
        RedriveCount = members.Integer("redriveCount", RedriveCount);
        RedriveDate = members.Time("redriveDate", RedriveDate);
        StartDate = members.Time("startDate", StartDate);
        StateMachineAliasArn = members.Text("stateMachineAliasArn", StateMachineAliasArn);
        StateMachineArn = members.Text("stateMachineArn", StateMachineArn);
        StateMachineVersionArn = members.Text("stateMachineVersionArn", StateMachineVersionArn);
        Status = members.Word("status", Status, ExecutionStatus.FindValue);
        StopDate = members.Time("stopDate", StopDate);
    }
}
