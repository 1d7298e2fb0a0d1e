using Cxf.StatesLanguage.DataFlow;

namespace Cxf.StatesLanguage.Model;

/// <summary>Runs its branches at once on the same input.</summary>
internal sealed class ParallelState(
    string name, StateDataFlow flow, IReadOnlyList<StateGraph> branches)
    : RetryableState(name, StateType.Parallel, flow)
{
    public IReadOnlyList<StateGraph> Branches { get; } = branches;
}
