using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.RedriveExecutionAsync"/> is asked.</summary>
public class RedriveExecutionRequest : AmazonStepFunctionsRequest, IWireShape
{
    public string ClientToken { get; set; }
    public string ExecutionArn { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        ClientToken = members.Text("clientToken", ClientToken);
        ExecutionArn = members.Text("executionArn", ExecutionArn);
    }
}

/// <summary>What <see cref="IAmazonStepFunctions.RedriveExecutionAsync"/> answers.</summary>
public class RedriveExecutionResponse : AmazonWebServiceResponse, IWireShape
{
    public DateTime? RedriveDate { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        RedriveDate = members.Time("redriveDate", RedriveDate);
    }
}
