using Cxf.Jsonata;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.DataFlow.Jsonata;

/// <summary>A text field that is an expression.</summary>
internal sealed class JsonataText(StatesExpression expression) : TextField
{
    public override string Evaluate(StateRun run) => expression.Evaluate(run, JsonataKind.String).GetString();
}
