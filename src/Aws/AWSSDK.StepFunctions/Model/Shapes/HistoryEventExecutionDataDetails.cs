using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>Whether an event's input or output was cut short.</summary>
public class HistoryEventExecutionDataDetails : IWireShape
{
    public bool? Truncated { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Truncated = members.Flag("truncated", Truncated);
    }
}
