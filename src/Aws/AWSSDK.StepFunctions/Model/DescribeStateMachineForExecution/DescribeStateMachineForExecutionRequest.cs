using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.DescribeStateMachineForExecutionAsync"/> is asked.</summary>
public class DescribeStateMachineForExecutionRequest : AmazonStepFunctionsRequest, IWireShape
{
    public string ExecutionArn { get; set; }
    public IncludedData IncludedData { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        ExecutionArn = members.Text("executionArn", ExecutionArn);
        IncludedData = members.Word("includedData", IncludedData, IncludedData.FindValue);
    }
}
