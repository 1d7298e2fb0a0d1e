using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>Details of a <see cref="HistoryEventType.TaskSucceeded"/> event.</summary>
public class TaskSucceededEventDetails : IWireShape
{
    public string Output { get; set; }
    public HistoryEventExecutionDataDetails OutputDetails { get; set; }
    public string Resource { get; set; }
    public string ResourceType { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Output = members.Text("output", Output);
        OutputDetails = members.Shape("outputDetails", OutputDetails);
        Resource = members.Text("resource", Resource);
        ResourceType = members.Text("resourceType", ResourceType);
    }
}
