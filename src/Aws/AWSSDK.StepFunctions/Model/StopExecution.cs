using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.StopExecutionAsync"/> is asked.</summary>
public class StopExecutionRequest : AmazonStepFunctionsRequest, IWireShape
{
    public string Cause { get; set; }
    public string Error { get; set; }
    public string ExecutionArn { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Cause = members.Text("cause", Cause);
        Error = members.Text("error", Error);
        ExecutionArn = members.Text("executionArn", ExecutionArn);
    }
}

/// <summary>What <see cref="IAmazonStepFunctions.StopExecutionAsync"/> answers.</summary>
public class StopExecutionResponse : AmazonWebServiceResponse, IWireShape
{
    public DateTime? StopDate { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        StopDate = members.Time("stopDate", StopDate);
    }
}
