using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.ListExecutionsAsync"/> answers.</summary>
public class ListExecutionsResponse : AmazonWebServiceResponse, IWireShape
{
    public List<ExecutionListItem> Executions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string NextToken { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Executions = members.List("executions", Executions);
        NextToken = members.Text("nextToken", NextToken);
    }
}
