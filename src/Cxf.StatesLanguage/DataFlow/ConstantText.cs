using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.DataFlow;

/// <summary>A text written in the definition.</summary>
internal sealed class ConstantText(string value) : TextField
{
    public override string Evaluate(StateRun run) => value;
}
