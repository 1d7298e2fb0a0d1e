using Amazon.Runtime;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>What <see cref="IAmazonStepFunctions.CreateStateMachineAliasAsync"/> is asked.</summary>
public class CreateStateMachineAliasRequest : AmazonStepFunctionsRequest, IWireShape
{
    public string Description { get; set; }
    public string Name { get; set; }
    public List<RoutingConfigurationListItem> RoutingConfiguration { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    void IWireShape.Describe(WireMembers members)
    {
        Description = members.Text("description", Description);
        Name = members.Text("name", Name);
        RoutingConfiguration = members.List("routingConfiguration", RoutingConfiguration);
    }
}

/// <summary>What <see cref="IAmazonStepFunctions.CreateStateMachineAliasAsync"/> answers.</summary>
public class CreateStateMachineAliasResponse : AmazonWebServiceResponse, IWireShape
{
    public DateTime? CreationDate { get; set; }
    public string StateMachineAliasArn { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        CreationDate = members.Time("creationDate", CreationDate);
        StateMachineAliasArn = members.Text("stateMachineAliasArn", StateMachineAliasArn);
    }
}
