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
