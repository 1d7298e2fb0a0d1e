using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.DataFlow.Jsonata;

/// <summary>A part of a template without expressions.</summary>
internal sealed class ConstantTemplate(Payload value) : JsonataTemplate
{
    public override Payload Evaluate(StateRun run) => value;

    public override void Write(StateRun run, Utf8JsonWriter json) =>
        json.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
}
