using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.StartExecutionAsync"/> is asked.</summary>
public class StartExecutionRequest : AmazonStepFunctionsRequest, IWireShape
{
    public string Input { get; set; }
    public string Name { get; set; }
    public string StateMachineArn { get; set; }
    public string TraceHeader { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Input = members.Text("input", Input);
        Name = members.Text("name", Name);
        StateMachineArn = members.Text("stateMachineArn", StateMachineArn);
        TraceHeader = members.Text("traceHeader", TraceHeader);
    }
}

/// <summary>What <see cref="IAmazonStepFunctions.StartExecutionAsync"/> answers.</summary>
public class StartExecutionResponse : AmazonWebServiceResponse, IWireShape
{
    public string ExecutionArn { get; set; }
    public DateTime? StartDate { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        ExecutionArn = members.Text("executionArn", ExecutionArn);
        StartDate = members.Time("startDate", StartDate);
    }
}
