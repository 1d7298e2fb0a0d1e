using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.DescribeStateMachineAsync"/> is asked.</summary>
public class DescribeStateMachineRequest : AmazonStepFunctionsRequest, IWireShape
{
    public IncludedData IncludedData { get; set; }
    public string StateMachineArn { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        IncludedData = members.Word("includedData", IncludedData, IncludedData.FindValue);
        StateMachineArn = members.Text("stateMachineArn", StateMachineArn);
    }
}
