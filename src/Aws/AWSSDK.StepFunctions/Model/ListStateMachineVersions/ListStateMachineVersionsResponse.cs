using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.ListStateMachineVersionsAsync"/> answers.</summary>
public class ListStateMachineVersionsResponse : AmazonWebServiceResponse, IWireShape
{
    public string NextToken { get; set; }
    public List<StateMachineVersionListItem> StateMachineVersions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    void IWireShape.Describe(WireMembers members)
    {
        NextToken = members.Text("nextToken", NextToken);
        StateMachineVersions = members.List("stateMachineVersions", StateMachineVersions);
    }
}
