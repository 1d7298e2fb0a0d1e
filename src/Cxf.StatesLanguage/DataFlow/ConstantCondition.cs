using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.DataFlow;

/// <summary>A Condition that is written as true or false.</summary>
internal sealed class ConstantCondition(bool value) : ICondition
{
    public bool Holds(StateRun run) => value;
}
