using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>One tag of a state machine.</summary>
public class Tag : IWireShape
{
    public string Key { get; set; }
    public string Value { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Key = members.Text("key", Key);
        Value = members.Text("value", Value);
    }
}
