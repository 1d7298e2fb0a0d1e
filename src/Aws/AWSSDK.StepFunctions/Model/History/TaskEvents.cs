using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>Details of a <see cref="HistoryEventType.TaskFailed"/> event.</summary>
public class TaskFailedEventDetails : IWireShape
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

/// <summary>Details of a <see cref="HistoryEventType.TaskStartFailed"/> event.</summary>
public class TaskStartFailedEventDetails : IWireShape
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

/// <summary>Details of a <see cref="HistoryEventType.TaskSubmitFailed"/> event.</summary>
public class TaskSubmitFailedEventDetails : IWireShape
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

/// <summary>Details of a <see cref="HistoryEventType.TaskSubmitted"/> event.</summary>
public class TaskSubmittedEventDetails : IWireShape
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
