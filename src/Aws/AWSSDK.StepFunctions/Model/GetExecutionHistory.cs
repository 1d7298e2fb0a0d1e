using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.GetExecutionHistoryAsync"/> is asked.</summary>
public class GetExecutionHistoryRequest : AmazonStepFunctionsRequest, IWireShape
{
    public string ExecutionArn { get; set; }
    public bool? IncludeExecutionData { get; set; }
    public int? MaxResults { get; set; }
    public string NextToken { get; set; }
    public bool? ReverseOrder { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        ExecutionArn = members.Text("executionArn", ExecutionArn);
        IncludeExecutionData = members.Flag("includeExecutionData", IncludeExecutionData);
        MaxResults = members.Integer("maxResults", MaxResults);
        NextToken = members.Text("nextToken", NextToken);
        ReverseOrder = members.Flag("reverseOrder", ReverseOrder);
    }
}

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
