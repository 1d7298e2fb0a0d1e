using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.DescribeExecutionAsync"/> is asked.</summary>
public class DescribeExecutionRequest : AmazonStepFunctionsRequest, IWireShape
{
    public string ExecutionArn { get; set; }
    public IncludedData IncludedData { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        ExecutionArn = members.Text("executionArn", ExecutionArn);
        IncludedData = members.Word("includedData", IncludedData, IncludedData.FindValue);
    }
}

/// <summary>What <see cref="IAmazonStepFunctions.DescribeExecutionAsync"/> answers.</summary>
public class DescribeExecutionResponse : AmazonWebServiceResponse, IWireShape
{
    public string Cause { get; set; }
    public string Error { get; set; }
    public string ExecutionArn { get; set; }
    public string Input { get; set; }
    public CloudWatchEventsExecutionDataDetails InputDetails { get; set; }
    public string MapRunArn { get; set; }
    public string Name { get; set; }
    public string Output { get; set; }
    public CloudWatchEventsExecutionDataDetails OutputDetails { get; set; }
    public int? RedriveCount { get; set; }
    public DateTime? RedriveDate { get; set; }
    public ExecutionRedriveStatus RedriveStatus { get; set; }
    public string RedriveStatusReason { get; set; }
    public DateTime? StartDate { get; set; }
    public string StateMachineAliasArn { get; set; }
    public string StateMachineArn { get; set; }
    public string StateMachineVersionArn { get; set; }
    public ExecutionStatus Status { get; set; }
    public DateTime? StopDate { get; set; }
    public string TraceHeader { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Cause = members.Text("cause", Cause);
        Error = members.Text("error", Error);
        ExecutionArn = members.Text("executionArn", ExecutionArn);
        Input = members.Text("input", Input);
        InputDetails = members.Shape("inputDetails", InputDetails);
        MapRunArn = members.Text("mapRunArn", MapRunArn);
        Name = members.Text("name", Name);
        Output = members.Text("output", Output);
        OutputDetails = members.Shape("outputDetails", OutputDetails);
        RedriveCount = members.Integer("redriveCount", RedriveCount);
        RedriveDate = members.Time("redriveDate", RedriveDate);
        RedriveStatus = members.Word("redriveStatus", RedriveStatus, ExecutionRedriveStatus.FindValue);
        RedriveStatusReason = members.Text("redriveStatusReason", RedriveStatusReason);
        StartDate = members.Time("startDate", StartDate);
        StateMachineAliasArn = members.Text("stateMachineAliasArn", StateMachineAliasArn);
        StateMachineArn = members.Text("stateMachineArn", StateMachineArn);
        StateMachineVersionArn = members.Text("stateMachineVersionArn", StateMachineVersionArn);
        Status = members.Word("status", Status, ExecutionStatus.FindValue);
        StopDate = members.Time("stopDate", StopDate);
        TraceHeader = members.Text("traceHeader", TraceHeader);
    }
}
