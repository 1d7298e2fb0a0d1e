using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.DataFlow;

/// <summary>A text field: a constant, an expression or a path.</summary>
internal abstract class TextField
{
    public abstract string Evaluate(StateRun run);
}
