using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.JsonPath;

/// <summary>A part of a template without anything to evaluate.</summary>
internal sealed class ConstantPart(Payload value) : PayloadTemplate
{
    public override void Write(StateRun run, JsonElement data, Utf8JsonWriter json) =>
        json.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
}
