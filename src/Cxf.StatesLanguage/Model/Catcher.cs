using Cxf.StatesLanguage.DataFlow;

namespace Cxf.StatesLanguage.Model;

/// <summary>One entry of Catch.</summary>
internal sealed class Catcher(IReadOnlyList<string> errorEquals, string next, StateDataFlow flow)
{
    public IReadOnlyList<string> ErrorEquals { get; } = errorEquals;

    public string Next { get; } = next;

    /// <summary>Output and Assign of the catcher (JSONata), or its ResultPath and Assign (JSONPath).</summary>
    public StateDataFlow Flow { get; } = flow;

    public State? NextState { get; set; }
}
