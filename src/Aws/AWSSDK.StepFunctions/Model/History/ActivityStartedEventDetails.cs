using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>Details of a <see cref="HistoryEventType.ActivityStarted"/> event.</summary>
public class ActivityStartedEventDetails : IWireShape
{
    public string WorkerName { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        WorkerName = members.Text("workerName", WorkerName);
    }
}
