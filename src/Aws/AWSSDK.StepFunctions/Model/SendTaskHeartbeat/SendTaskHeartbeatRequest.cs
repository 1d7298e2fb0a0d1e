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
