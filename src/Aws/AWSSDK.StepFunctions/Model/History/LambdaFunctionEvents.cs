using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>Details of a <see cref="HistoryEventType.LambdaFunctionFailed"/> event.</summary>
public class LambdaFunctionFailedEventDetails : IWireShape
{
    public string Cause { get; set; }
    public string Error { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Cause = members.Text("cause", Cause);
        Error = members.Text("error", Error);
    }
}

/// <summary>Details of a <see cref="HistoryEventType.LambdaFunctionScheduleFailed"/> event.</summary>
public class LambdaFunctionScheduleFailedEventDetails : IWireShape
{
    public string Cause { get; set; }
    public string Error { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Cause = members.Text("cause", Cause);
        Error = members.Text("error", Error);
    }
}

/// <summary>Details of a <see cref="HistoryEventType.LambdaFunctionScheduled"/> event.</summary>
public class LambdaFunctionScheduledEventDetails : IWireShape
{
    public string Input { get; set; }
    public HistoryEventExecutionDataDetails InputDetails { get; set; }
    public string Resource { get; set; }
    public TaskCredentials TaskCredentials { get; set; }
    public long? TimeoutInSeconds { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Input = members.Text("input", Input);
        InputDetails = members.Shape("inputDetails", InputDetails);
        Resource = members.Text("resource", Resource);
        TaskCredentials = members.Shape("taskCredentials", TaskCredentials);
        TimeoutInSeconds = members.Long("timeoutInSeconds", TimeoutInSeconds);
    }
}

/// <summary>Details of a <see cref="HistoryEventType.LambdaFunctionStartFailed"/> event.</summary>
public class LambdaFunctionStartFailedEventDetails : IWireShape
{
    public string Cause { get; set; }
    public string Error { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Cause = members.Text("cause", Cause);
        Error = members.Text("error", Error);
    }
}

/// <summary>Details of a <see cref="HistoryEventType.LambdaFunctionSucceeded"/> event.</summary>
public class LambdaFunctionSucceededEventDetails : IWireShape
{
    public string Output { get; set; }
    public HistoryEventExecutionDataDetails OutputDetails { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Output = members.Text("output", Output);
        OutputDetails = members.Shape("outputDetails", OutputDetails);
    }
}

/// <summary>Details of a <see cref="HistoryEventType.LambdaFunctionTimedOut"/> event.</summary>
public class LambdaFunctionTimedOutEventDetails : IWireShape
{
    public string Cause { get; set; }
    public string Error { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Cause = members.Text("cause", Cause);
        Error = members.Text("error", Error);
    }
}
