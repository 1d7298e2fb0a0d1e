using System.Text.Json;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.JsonPath;

/// <summary>A member that ends in <c>.$</c>.</summary>
internal sealed class EvaluatedPart(IJsonPathValue value, string field) : PayloadTemplate
{
    public override void Write(StateRun run, JsonElement data, Utf8JsonWriter json) =>
        value.Evaluate(run, data, field).WriteTo(json);
}
