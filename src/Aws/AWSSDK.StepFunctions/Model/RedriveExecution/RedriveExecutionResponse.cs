using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.RedriveExecutionAsync"/> answers.</summary>
public class RedriveExecutionResponse : AmazonWebServiceResponse, IWireShape
{
    public DateTime? RedriveDate { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        RedriveDate = members.Time("redriveDate", RedriveDate);
    }
}
