using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.DataFlow.Jsonata;

/// <summary>A field that is one expression.</summary>
internal sealed class ExpressionTemplate(StatesExpression expression) : JsonataTemplate
{
    public override Payload Evaluate(StateRun run) => ValueText.ToPayload(expression.Evaluate(run));

    public override void Write(StateRun run, Utf8JsonWriter json) => expression.Evaluate(run).WriteTo(json);
}
