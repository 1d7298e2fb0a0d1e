using Cxf.StatesLanguage.DataFlow;

namespace Cxf.StatesLanguage.Model;

/// <summary>What every state has.</summary>
internal abstract class State(string name, StateType type, StateDataFlow flow)
{
    public string Name { get; } = name;

    public StateType Type { get; } = type;

    /// <summary>How the state's input becomes its work's input, and the work's result its output.</summary>
    public StateDataFlow Flow { get; } = flow;

    /// <summary>Name of the next state, or null where the state ends its graph.</summary>
    public string? Next { get; init; }

    /// <summary>The next state, or null where the state ends its graph.</summary>
    public State? NextState { get; private set; }

    public virtual void Link(IReadOnlyDictionary<string, State> states) =>
        NextState = Next is null ? null : states[Next];
}
