using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.UpdateStateMachineAsync"/> answers.</summary>
public class UpdateStateMachineResponse : AmazonWebServiceResponse, IWireShape
{
    public string RevisionId { get; set; }
    public string StateMachineVersionArn { get; set; }
    public DateTime? UpdateDate { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        RevisionId = members.Text("revisionId", RevisionId);
        StateMachineVersionArn = members.Text("stateMachineVersionArn", StateMachineVersionArn);
        UpdateDate = members.Time("updateDate", UpdateDate);
    }
}
