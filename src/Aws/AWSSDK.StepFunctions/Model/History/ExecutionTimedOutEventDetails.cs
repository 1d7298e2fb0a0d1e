using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>Details of a <see cref="HistoryEventType.ExecutionTimedOut"/> event.</summary>
public class ExecutionTimedOutEventDetails : IWireShape
{
    public string Cause { get; set; }
    public string Error { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Cause = members.Text("cause", Cause);
        Error = members.Text("error", Error);
    }
}
