using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.GetExecutionHistoryAsync"/> answers.</summary>
public class GetExecutionHistoryResponse : AmazonWebServiceResponse, IWireShape
{
    public List<HistoryEvent> Events { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string NextToken { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Events = members.List("events", Events);
        NextToken = members.Text("nextToken", NextToken);
    }
}
