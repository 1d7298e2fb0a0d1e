using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

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
