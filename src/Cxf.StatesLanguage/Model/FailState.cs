using Cxf.StatesLanguage.DataFlow;

namespace Cxf.StatesLanguage.Model;

/// <summary>Ends its graph with an error.</summary>
internal sealed class FailState(
    string name, StateDataFlow flow, TextField? error, TextField? cause)
    : State(name, StateType.Fail, flow)
{
    public TextField? Error { get; } = error;

    public TextField? Cause { get; } = cause;
}
