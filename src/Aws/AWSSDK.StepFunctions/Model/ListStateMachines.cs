using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.ListStateMachinesAsync"/> is asked.</summary>
public class ListStateMachinesRequest : AmazonStepFunctionsRequest, IWireShape
{
    public int? MaxResults { get; set; }
    public string NextToken { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        MaxResults = members.Integer("maxResults", MaxResults);
        NextToken = members.Text("nextToken", NextToken);
    }
}

/// <summary>What <see cref="IAmazonStepFunctions.ListStateMachinesAsync"/> answers.</summary>
public class ListStateMachinesResponse : AmazonWebServiceResponse, IWireShape
{
    public string NextToken { get; set; }
    public List<StateMachineListItem> StateMachines { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    void IWireShape.Describe(WireMembers members)
    {
        NextToken = members.Text("nextToken", NextToken);
        StateMachines = members.List("stateMachines", StateMachines);
    }
}
