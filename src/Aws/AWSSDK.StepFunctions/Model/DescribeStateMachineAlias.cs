using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.DescribeStateMachineAliasAsync"/> is asked.</summary>
public class DescribeStateMachineAliasRequest : AmazonStepFunctionsRequest, IWireShape
{
    public string StateMachineAliasArn { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        StateMachineAliasArn = members.Text("stateMachineAliasArn", StateMachineAliasArn);
    }
}

/// <summary>What <see cref="IAmazonStepFunctions.DescribeStateMachineAliasAsync"/> answers.</summary>
public class DescribeStateMachineAliasResponse : AmazonWebServiceResponse, IWireShape
{
    public DateTime? CreationDate { get; set; }
    public string Description { get; set; }
    public string Name { get; set; }
    public List<RoutingConfigurationListItem> RoutingConfiguration { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string StateMachineAliasArn { get; set; }
    public DateTime? UpdateDate { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        CreationDate = members.Time("creationDate", CreationDate);
        Description = members.Text("description", Description);
        Name = members.Text("name", Name);
        RoutingConfiguration = members.List("routingConfiguration", RoutingConfiguration);
        StateMachineAliasArn = members.Text("stateMachineAliasArn", StateMachineAliasArn);
        UpdateDate = members.Time("updateDate", UpdateDate);
    }
}
