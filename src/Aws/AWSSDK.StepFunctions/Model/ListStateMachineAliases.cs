using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.ListStateMachineAliasesAsync"/> is asked.</summary>
public class ListStateMachineAliasesRequest : AmazonStepFunctionsRequest, IWireShape
{
    public int? MaxResults { get; set; }
    public string NextToken { get; set; }
    public string StateMachineArn { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        MaxResults = members.Integer("maxResults", MaxResults);
        NextToken = members.Text("nextToken", NextToken);
        StateMachineArn = members.Text("stateMachineArn", StateMachineArn);
    }
}

/// <summary>What <see cref="IAmazonStepFunctions.ListStateMachineAliasesAsync"/> answers.</summary>
public class ListStateMachineAliasesResponse : AmazonWebServiceResponse, IWireShape
{
    public string NextToken { get; set; }
    public List<StateMachineAliasListItem> StateMachineAliases { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    void IWireShape.Describe(WireMembers members)
    {
        NextToken = members.Text("nextToken", NextToken);
        StateMachineAliases = members.List("stateMachineAliases", StateMachineAliases);
    }
}
