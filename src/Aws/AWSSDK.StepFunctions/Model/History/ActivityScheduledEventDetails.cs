using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>Details of a <see cref="HistoryEventType.ActivityScheduled"/> event.</summary>
public class ActivityScheduledEventDetails : IWireShape
{
    public long? HeartbeatInSeconds { get; set; }
    public string Input { get; set; }
    public HistoryEventExecutionDataDetails InputDetails { get; set; }
    public string Resource { get; set; }
    public long? TimeoutInSeconds { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        HeartbeatInSeconds = members.Long("heartbeatInSeconds", HeartbeatInSeconds);
        Input = members.Text("input", Input);
        InputDetails = members.Shape("inputDetails", InputDetails);
        Resource = members.Text("resource", Resource);
        TimeoutInSeconds = members.Long("timeoutInSeconds", TimeoutInSeconds);
    }
}
