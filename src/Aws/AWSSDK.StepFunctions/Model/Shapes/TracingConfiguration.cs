using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>Whether AWS X-Ray traces executions.</summary>
public class TracingConfiguration : IWireShape
{
    public bool? Enabled { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Enabled = members.Flag("enabled", Enabled);
    }
}
