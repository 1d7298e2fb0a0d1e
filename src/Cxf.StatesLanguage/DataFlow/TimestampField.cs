using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.DataFlow;

/// <summary>A time to wait for: a constant, an expression or a path.</summary>
internal abstract class TimestampField
{
    public abstract DateTimeOffset Evaluate(StateRun run);
}
