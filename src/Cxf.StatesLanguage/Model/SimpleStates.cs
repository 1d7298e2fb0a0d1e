using Cxf.StatesLanguage.DataFlow;

namespace Cxf.StatesLanguage.Model;

/// <summary>Passes its input on, changed by its data flow.</summary>
internal sealed class PassState(string name, StateDataFlow flow) : State(name, StateType.Pass, flow);

/// <summary>Ends its graph with success.</summary>
internal sealed class SucceedState(string name, StateDataFlow flow) : State(name, StateType.Succeed, flow);

/// <summary>Ends its graph with an error.</summary>
internal sealed class FailState(string name, StateDataFlow flow, TextField? error, TextField? cause)
    : State(name, StateType.Fail, flow)
{
    public TextField? Error { get; } = error;

    public TextField? Cause { get; } = cause;
}

/// <summary>Waits for a number of seconds or until a time; one of the two is set.</summary>
internal sealed class WaitState(string name, StateDataFlow flow, NumberField? seconds, TimestampField? timestamp)
    : State(name, StateType.Wait, flow)
{
    public NumberField? Seconds { get; } = seconds;

    public TimestampField? Timestamp { get; } = timestamp;
}
