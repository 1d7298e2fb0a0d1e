using Cxf.StatesLanguage.DataFlow;

namespace Cxf.StatesLanguage.Model;

/// <summary>Waits for a number of seconds or until a time; one of the two is set.</summary>
internal sealed class WaitState(
    string name, StateDataFlow flow, NumberField? seconds, TimestampField? timestamp)
    : State(name, StateType.Wait, flow)
{
    public NumberField? Seconds { get; } = seconds;

    public TimestampField? Timestamp { get; } = timestamp;
}
