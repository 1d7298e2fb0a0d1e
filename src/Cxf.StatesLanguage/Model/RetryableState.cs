using Cxf.StatesLanguage.DataFlow;

namespace Cxf.StatesLanguage.Model;

/// <summary>A state whose work can fail and be tried again or caught: Task, Parallel, Map.</summary>
internal abstract class RetryableState(string name, StateType type, StateDataFlow flow) : State(name, type, flow)
{
    public IReadOnlyList<Retrier> Retry { get; init; } = [];

    public IReadOnlyList<Catcher> Catch { get; init; } = [];

    public override void Link(IReadOnlyDictionary<string, State> states)
    {
        base.Link(states);
        foreach (var catcher in Catch)
        {
            catcher.NextState = states[catcher.Next];
        }
    }
}
