using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>Details of a <see cref="HistoryEventType.TaskTimedOut"/> event.</summary>
public class TaskTimedOutEventDetails : IWireShape
{
    public string Cause { get; set; }
    public string Error { get; set; }
    public string Resource { get; set; }
    public string ResourceType { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Cause = members.Text("cause", Cause);
        Error = members.Text("error", Error);
        Resource = members.Text("resource", Resource);
        ResourceType = members.Text("resourceType", ResourceType);
    }
}
