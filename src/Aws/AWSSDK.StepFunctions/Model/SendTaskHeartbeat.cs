using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.SendTaskHeartbeatAsync"/> is asked.</summary>
public class SendTaskHeartbeatRequest : AmazonStepFunctionsRequest, IWireShape
{
    public string TaskToken { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        TaskToken = members.Text("taskToken", TaskToken);
    }
}

/// <summary>What <see cref="IAmazonStepFunctions.SendTaskHeartbeatAsync"/> answers.</summary>
public class SendTaskHeartbeatResponse : AmazonWebServiceResponse, IWireShape
{
    void IWireShape.Describe(WireMembers members) { }
}
