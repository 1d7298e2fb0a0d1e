using Cxf.StatesLanguage.DataFlow;

namespace Cxf.StatesLanguage.Model;

/// <summary>Goes on with the first rule that holds.</summary>
internal sealed class ChoiceState(
    string name, StateDataFlow flow, IReadOnlyList<ChoiceRule> rules, string? fallback)
    : State(name, StateType.Choice, flow)
{
    public IReadOnlyList<ChoiceRule> Rules { get; } = rules;

    /// <summary>The Default field: the state to go to when no rule holds.</summary>
    public string? Default { get; } = fallback;

    public State? DefaultState { get; private set; }

    public override void Link(IReadOnlyDictionary<string, State> states)
    {
        base.Link(states);
        DefaultState = Default is null ? null : states[Default];
        foreach (var rule in Rules)
        {
            rule.NextState = states[rule.Next];
        }
    }
}
