using Cxf.StatesLanguage.DataFlow;

namespace Cxf.StatesLanguage.Model;

/// <summary>Continues with the first rule whose condition holds.</summary>
internal sealed class ChoiceState(string name, StateDataFlow flow, IReadOnlyList<ChoiceRule> rules, string? fallback)
    : State(name, StateType.Choice, flow)
{
    public IReadOnlyList<ChoiceRule> Rules { get; } = rules;

    /// <summary>The Default field: the state to go to when no rule holds.</summary>
    public string? Default { get; } = fallback;

    public State? DefaultState { get; private set; }

    public override void Link(IReadOnlyDictionary<string, State> states, List<State> all)
    {
        base.Link(states, all);
        DefaultState = Default is null ? null : states[Default];
        foreach (var rule in Rules)
        {
            rule.NextState = states[rule.Next];
        }
    }
}

/// <summary>One entry of Choices: a condition, the next state and the data flow.</summary>
internal sealed class ChoiceRule(ICondition condition, string next, StateDataFlow flow)
{
    public ICondition Condition { get; } = condition;

    public string Next { get; } = next;

    /// <summary>Output and Assign of the rule, which replace those of the state.</summary>
    public StateDataFlow Flow { get; } = flow;

    public State? NextState { get; set; }
}
