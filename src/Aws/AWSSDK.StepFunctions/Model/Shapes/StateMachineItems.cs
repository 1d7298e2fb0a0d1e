using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>One state machine of the account and region.</summary>
public class StateMachineListItem : IWireShape
{
    public DateTime? CreationDate { get; set; }
    public string Name { get; set; }
    public string StateMachineArn { get; set; }
    public StateMachineType Type { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        CreationDate = members.Time("creationDate", CreationDate);
        Name = members.Text("name", Name);
        StateMachineArn = members.Text("stateMachineArn", StateMachineArn);
        Type = members.Word("type", Type, StateMachineType.FindValue);
    }
}

/// <summary>One published version of a state machine.</summary>
public class StateMachineVersionListItem : IWireShape
{
    public DateTime? CreationDate { get; set; }
    public string StateMachineVersionArn { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        CreationDate = members.Time("creationDate", CreationDate);
        StateMachineVersionArn = members.Text("stateMachineVersionArn", StateMachineVersionArn);
    }
}

/// <summary>One alias of a state machine.</summary>
public class StateMachineAliasListItem : IWireShape
{
    public DateTime? CreationDate { get; set; }
    public string StateMachineAliasArn { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        CreationDate = members.Time("creationDate", CreationDate);
        StateMachineAliasArn = members.Text("stateMachineAliasArn", StateMachineAliasArn);
    }
}

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
