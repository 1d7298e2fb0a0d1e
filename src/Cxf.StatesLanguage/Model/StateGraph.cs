namespace Cxf.StatesLanguage.Model;

/// <summary>States and the one they start at: a state machine, a Parallel's branch or a Map's processor.</summary>
internal sealed class StateGraph(string startAt, IReadOnlyDictionary<string, State> states)
{
    public string StartAt { get; } = startAt;

    public IReadOnlyDictionary<string, State> States { get; } = states;

    public State Start => States[StartAt];

    /// <summary>Resolves names once, here and in inner graphs, so that a running execution never looks up a name.</summary>
    /// <param name="all">Receives the states.</param>
    public void Link(List<State> all)
    {
        foreach (var state in States.Values)
        {
            state.Link(States, all);
        }
    }
}
