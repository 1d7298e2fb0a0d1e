using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>Whether an event's variables were cut short.</summary>
public class AssignedVariablesDetails : IWireShape
{
    public bool? Truncated { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Truncated = members.Flag("truncated", Truncated);
    }
}
