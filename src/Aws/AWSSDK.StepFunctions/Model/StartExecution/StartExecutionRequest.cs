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
