using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.UpdateStateMachineAliasAsync"/> is asked.</summary>
public class UpdateStateMachineAliasRequest : AmazonStepFunctionsRequest, IWireShape
{
    public string Description { get; set; }
    public List<RoutingConfigurationListItem> RoutingConfiguration { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
    public string StateMachineAliasArn { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Description = members.Text("description", Description);
        RoutingConfiguration = members.List("routingConfiguration", RoutingConfiguration);
        StateMachineAliasArn = members.Text("stateMachineAliasArn", StateMachineAliasArn);
    }
}

/// <summary>What <see cref="IAmazonStepFunctions.UpdateStateMachineAliasAsync"/> answers.</summary>
public class UpdateStateMachineAliasResponse : AmazonWebServiceResponse, IWireShape
{
    public DateTime? UpdateDate { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        UpdateDate = members.Time("updateDate", UpdateDate);
    }
}
