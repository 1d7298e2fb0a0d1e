using Cxf.StatesLanguage.DataFlow;

namespace Cxf.StatesLanguage.Model;

/// <summary>The eight kinds of state.</summary>
internal enum StateType
{
    Task,
    Pass,
    Choice,
    Wait,
    Succeed,
    Fail,
    Parallel,
    Map,
}

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

    /// <summary>The place of the state among all states of its definition.</summary>
    public int Number { get; private set; }

    /// <summary>Finds the states that follow, and adds the state to those of its definition.</summary>
    public virtual void Link(IReadOnlyDictionary<string, State> states, List<State> all)
    {
        NextState = Next is null ? null : states[Next];
        Number = all.Count;
        all.Add(this);
    }
}

/// <summary>A state whose work can fail and be retried or caught: Task, Parallel, Map.</summary>
internal abstract class RetryableState(string name, StateType type, StateDataFlow flow) : State(name, type, flow)
{
    public IReadOnlyList<Retrier> Retry { get; init; } = [];

    public IReadOnlyList<Catcher> Catch { get; init; } = [];

    public override void Link(IReadOnlyDictionary<string, State> states, List<State> all)
    {
        base.Link(states, all);
        foreach (var catcher in Catch)
        {
            catcher.NextState = states[catcher.Next];
        }
    }
}
