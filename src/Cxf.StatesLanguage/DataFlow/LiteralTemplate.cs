using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.DataFlow;

/// <summary>A value without anything to evaluate; written once, when the definition is read.</summary>
internal sealed class LiteralTemplate(Payload value) : IDataTemplate
{
    public Payload Value { get; } = value;

    public Payload Evaluate(StateRun run) => Value;
}
