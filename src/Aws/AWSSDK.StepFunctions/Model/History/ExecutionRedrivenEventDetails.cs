using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>Details of a <see cref="HistoryEventType.ExecutionRedriven"/> event.</summary>
public class ExecutionRedrivenEventDetails : IWireShape
{
    public int? RedriveCount { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        RedriveCount = members.Integer("redriveCount", RedriveCount);
    }
}
