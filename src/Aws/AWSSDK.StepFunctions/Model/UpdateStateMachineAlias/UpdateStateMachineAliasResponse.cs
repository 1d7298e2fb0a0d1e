using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.UpdateStateMachineAliasAsync"/> answers.</summary>
public class UpdateStateMachineAliasResponse : AmazonWebServiceResponse, IWireShape
{
    public DateTime? UpdateDate { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        UpdateDate = members.Time("updateDate", UpdateDate);
    }
}
