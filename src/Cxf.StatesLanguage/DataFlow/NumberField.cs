using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.DataFlow;

/// <summary>A numeric field: a constant, an expression or a path.</summary>
internal abstract class NumberField
{
    public abstract double Evaluate(StateRun run);
}
