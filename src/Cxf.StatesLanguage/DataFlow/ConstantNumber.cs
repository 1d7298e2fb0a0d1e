using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.DataFlow;

/// <summary>A number written in the definition.</summary>
internal sealed class ConstantNumber(double value) : NumberField
{
    public double Value { get; } = value;

    public override double Evaluate(StateRun run) => Value;
}
