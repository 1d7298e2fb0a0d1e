using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>Details of a <see cref="HistoryEventType.ActivityFailed"/> event.</summary>
public class ActivityFailedEventDetails : IWireShape
{
    public string Cause { get; set; }
    public string Error { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Cause = members.Text("cause", Cause);
        Error = members.Text("error", Error);
    }
}

/// <summary>Details of a <see cref="HistoryEventType.ActivityScheduleFailed"/> event.</summary>
public class ActivityScheduleFailedEventDetails : IWireShape
{
    public string Cause { get; set; }
    public string Error { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Cause = members.Text("cause", Cause);
        Error = members.Text("error", Error);
    }
}

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

/// <summary>Details of a <see cref="HistoryEventType.ActivityStarted"/> event.</summary>
public class ActivityStartedEventDetails : IWireShape
{
    public string WorkerName { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        WorkerName = members.Text("workerName", WorkerName);
    }
}

/// <summary>Details of a <see cref="HistoryEventType.ActivitySucceeded"/> event.</summary>
public class ActivitySucceededEventDetails : IWireShape
{
    public string Output { get; set; }
    public HistoryEventExecutionDataDetails OutputDetails { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Output = members.Text("output", Output);
        OutputDetails = members.Shape("outputDetails", OutputDetails);
    }
}

/// <summary>Details of a <see cref="HistoryEventType.ActivityTimedOut"/> event.</summary>
public class ActivityTimedOutEventDetails : IWireShape
{
    public string Cause { get; set; }
    public string Error { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Cause = members.Text("cause", Cause);
        Error = members.Text("error", Error);
    }
}
