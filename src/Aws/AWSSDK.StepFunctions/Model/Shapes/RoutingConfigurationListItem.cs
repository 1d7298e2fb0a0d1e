using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>The share (percent) of an alias's executions that one version gets.</summary>
public class RoutingConfigurationListItem : IWireShape
{
    public string StateMachineVersionArn { get; set; }
    public int? Weight { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        StateMachineVersionArn = members.Text("stateMachineVersionArn", StateMachineVersionArn);
        Weight = members.Integer("weight", Weight);
    }
}
