using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>Details of a <see cref="HistoryEventType.TaskStarted"/> event.</summary>
public class TaskStartedEventDetails : IWireShape
{
    public string Resource { get; set; }
    public string ResourceType { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Resource = members.Text("resource", Resource);
        ResourceType = members.Text("resourceType", ResourceType);
    }
}
