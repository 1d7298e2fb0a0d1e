using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>Details of a <see cref="HistoryEventType.TaskScheduled"/> event.</summary>
public class TaskScheduledEventDetails : IWireShape
{
    public long? HeartbeatInSeconds { get; set; }
    public string Parameters { get; set; }
    public string Region { get; set; }
    public string Resource { get; set; }
    public string ResourceType { get; set; }
    public TaskCredentials TaskCredentials { get; set; }
    public long? TimeoutInSeconds { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        HeartbeatInSeconds = members.Long("heartbeatInSeconds", HeartbeatInSeconds);
        Parameters = members.Text("parameters", Parameters);
        Region = members.Text("region", Region);
        Resource = members.Text("resource", Resource);
        ResourceType = members.Text("resourceType", ResourceType);
        TaskCredentials = members.Shape("taskCredentials", TaskCredentials);
        TimeoutInSeconds = members.Long("timeoutInSeconds", TimeoutInSeconds);
    }
}
