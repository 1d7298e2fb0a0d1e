using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.DataFlow;

/// <summary>The condition of a choice rule: a JSONata Condition or a JSONPath comparison.</summary>
internal interface ICondition
{
    bool Holds(StateRun run);
}
