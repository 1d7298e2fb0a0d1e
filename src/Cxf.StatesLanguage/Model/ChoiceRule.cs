using Cxf.StatesLanguage.DataFlow;

namespace Cxf.StatesLanguage.Model;

/// <summary>One entry of Choices: a condition, where to go, and what to hand on.</summary>
internal sealed class ChoiceRule(ICondition condition, string next, StateDataFlow flow)
{
    public ICondition Condition { get; } = condition;

    public string Next { get; } = next;

    /// <summary>Output and Assign of the rule, which replace those of the state.</summary>
    public StateDataFlow Flow { get; } = flow;

    public State? NextState { get; set; }
}
