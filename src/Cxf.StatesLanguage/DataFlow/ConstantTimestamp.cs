using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.DataFlow;

/// <summary>A time written in the definition.</summary>
internal sealed class ConstantTimestamp(DateTimeOffset value) : TimestampField
{
    public override DateTimeOffset Evaluate(StateRun run) => value;
}
