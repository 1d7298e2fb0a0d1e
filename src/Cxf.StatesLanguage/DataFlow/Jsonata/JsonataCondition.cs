using Cxf.Jsonata;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.DataFlow.Jsonata;

/// <summary>A Condition: an expression that gives true or false.</summary>
internal sealed class JsonataCondition(StatesExpression expression) : ICondition
{
    public bool Holds(StateRun run) => expression.Evaluate(run, JsonataKind.Boolean).GetBoolean();
}
