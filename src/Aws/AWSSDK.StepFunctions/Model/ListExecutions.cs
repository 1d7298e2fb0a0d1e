using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.ListExecutionsAsync"/> is asked.</summary>
public class ListExecutionsRequest : AmazonStepFunctionsRequest, IWireShape
{
    public string MapRunArn { get; set; }
    public int? MaxResults { get; set; }
    public string NextToken { get; set; }
    public ExecutionRedriveFilter RedriveFilter { get; set; }
    public string StateMachineArn { get; set; }
    public ExecutionStatus StatusFilter { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        MapRunArn = members.Text("mapRunArn", MapRunArn);
        MaxResults = members.Integer("maxResults", MaxResults);
        NextToken = members.Text("nextToken", NextToken);
        RedriveFilter = members.Word("redriveFilter", RedriveFilter, ExecutionRedriveFilter.FindValue);
        StateMachineArn = members.Text("stateMachineArn", StateMachineArn);
        StatusFilter = members.Word("statusFilter", StatusFilter, ExecutionStatus.FindValue);
    }
}

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
