using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.SendTaskSuccessAsync"/> is asked.</summary>
public class SendTaskSuccessRequest : AmazonStepFunctionsRequest, IWireShape
{
    public string Output { get; set; }
    public string TaskToken { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Output = members.Text("output", Output);
        TaskToken = members.Text("taskToken", TaskToken);
    }
}

/// <summary>What <see cref="IAmazonStepFunctions.SendTaskSuccessAsync"/> answers.</summary>
public class SendTaskSuccessResponse : AmazonWebServiceResponse, IWireShape
{
    void IWireShape.Describe(WireMembers members) { }
}
