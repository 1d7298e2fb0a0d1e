using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.StopExecutionAsync"/> answers.</summary>
public class StopExecutionResponse : AmazonWebServiceResponse, IWireShape
{
    public DateTime? StopDate { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        StopDate = members.Time("stopDate", StopDate);
    }
}
