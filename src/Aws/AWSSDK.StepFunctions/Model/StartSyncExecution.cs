using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.StartSyncExecutionAsync"/> is asked.</summary>
public class StartSyncExecutionRequest : AmazonStepFunctionsRequest, IWireShape
{
    public IncludedData IncludedData { get; set; }
    public string Input { get; set; }
    public string Name { get; set; }
    public string StateMachineArn { get; set; }
    public string TraceHeader { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        IncludedData = members.Word("includedData", IncludedData, IncludedData.FindValue);
        Input = members.Text("input", Input);
        Name = members.Text("name", Name);
        StateMachineArn = members.Text("stateMachineArn", StateMachineArn);
        TraceHeader = members.Text("traceHeader", TraceHeader);
    }
}

/// <summary>What <see cref="IAmazonStepFunctions.StartSyncExecutionAsync"/> answers.</summary>
public class StartSyncExecutionResponse : AmazonWebServiceResponse, IWireShape
{
    public BillingDetails BillingDetails { get; set; }
    public string Cause { get; set; }
    public string Error { get; set; }
    public string ExecutionArn { get; set; }
    public string Input { get; set; }
    public CloudWatchEventsExecutionDataDetails InputDetails { get; set; }
    public string Name { get; set; }
    public string Output { get; set; }
    public CloudWatchEventsExecutionDataDetails OutputDetails { get; set; }
    public DateTime? StartDate { get; set; }
    public string StateMachineArn { get; set; }
    public SyncExecutionStatus Status { get; set; }
    public DateTime? StopDate { get; set; }
    public string TraceHeader { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        BillingDetails = members.Shape("billingDetails", BillingDetails);
        Cause = members.Text("cause", Cause);
        Error = members.Text("error", Error);
        ExecutionArn = members.Text("executionArn", ExecutionArn);
        Input = members.Text("input", Input);
        InputDetails = members.Shape("inputDetails", InputDetails);
        Name = members.Text("name", Name);
        Output = members.Text("output", Output);
        OutputDetails = members.Shape("outputDetails", OutputDetails);
        StartDate = members.Time("startDate", StartDate);
        StateMachineArn = members.Text("stateMachineArn", StateMachineArn);
        Status = members.Word("status", Status, SyncExecutionStatus.FindValue);
        StopDate = members.Time("stopDate", StopDate);
        TraceHeader = members.Text("traceHeader", TraceHeader);
    }
}
