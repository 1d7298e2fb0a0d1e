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
