using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions.Model;

/// <summary>Details of a <see cref="HistoryEventType.ExecutionAborted"/> event.</summary>
public class ExecutionAbortedEventDetails : IWireShape
{
    public string Cause { get; set; }
    public string Error { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Cause = members.Text("cause", Cause);
        Error = members.Text("error", Error);
    }
}

/// <summary>Details of a <see cref="HistoryEventType.ExecutionFailed"/> event.</summary>
public class ExecutionFailedEventDetails : IWireShape
{
    public string Cause { get; set; }
    public string Error { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Cause = members.Text("cause", Cause);
        Error = members.Text("error", Error);
    }
}

/// <summary>Details of a <see cref="HistoryEventType.ExecutionRedriven"/> event.</summary>
public class ExecutionRedrivenEventDetails : IWireShape
{
    public int? RedriveCount { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        RedriveCount = members.Integer("redriveCount", RedriveCount);
    }
}

/// <summary>Details of a <see cref="HistoryEventType.ExecutionStarted"/> event.</summary>
public class ExecutionStartedEventDetails : IWireShape
{
    public string Input { get; set; }
    public HistoryEventExecutionDataDetails InputDetails { get; set; }
    public string RoleArn { get; set; }
    public string StateMachineAliasArn { get; set; }
    public string StateMachineVersionArn { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Input = members.Text("input", Input);
        InputDetails = members.Shape("inputDetails", InputDetails);
        RoleArn = members.Text("roleArn", RoleArn);
        StateMachineAliasArn = members.Text("stateMachineAliasArn", StateMachineAliasArn);
        StateMachineVersionArn = members.Text("stateMachineVersionArn", StateMachineVersionArn);
    }
}

/// <summary>Details of a <see cref="HistoryEventType.ExecutionSucceeded"/> event.</summary>
public class ExecutionSucceededEventDetails : IWireShape
{
    public string Output { get; set; }
    public HistoryEventExecutionDataDetails OutputDetails { get; set; }

    void IWireShape.Describe(WireMembers members)
    {
        Output = members.Text("output", Output);
        OutputDetails = members.Shape("outputDetails", OutputDetails);
    }
}

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
