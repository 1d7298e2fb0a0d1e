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
