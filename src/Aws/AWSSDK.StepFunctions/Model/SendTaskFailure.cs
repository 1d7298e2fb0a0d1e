using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.SendTaskFailureAsync"/> is asked.</summary>
public class SendTaskFailureRequest : AmazonStepFunctionsRequest, IWireShape
{
    public string Cause { get; set; }
    public string Error { get; set; }
    public string TaskToken { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Cause = members.Text("cause", Cause);
        Error = members.Text("error", Error);
        TaskToken = members.Text("taskToken", TaskToken);
    }
}

/// <summary>What <see cref="IAmazonStepFunctions.SendTaskFailureAsync"/> answers.</summary>
public class SendTaskFailureResponse : AmazonWebServiceResponse, IWireShape
{
    void IWireShape.Describe(WireMembers members) { }
}
