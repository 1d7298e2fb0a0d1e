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

/// <summary>A member that ends in <c>.$</c>.</summary>
internal sealed class EvaluatedPart(IJsonPathValue value, string field) : PayloadTemplate
{
    public override void Write(StateRun run, JsonElement data, Utf8JsonWriter json) => value.Evaluate(run, data, field).WriteTo(json);
}

/// <summary>An object.</summary>
internal sealed class ObjectPart(IReadOnlyList<KeyValuePair<string, PayloadTemplate>> members) : PayloadTemplate
{
    public override void Write(StateRun run, JsonElement data, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var (name, member) in members)
        {
            json.WritePropertyName(name);
            member.Write(run, data, json);
        }

        json.WriteEndObject();
    }
}

/// <summary>An array.</summary>
internal sealed class ArrayPart(IReadOnlyList<PayloadTemplate> items) : PayloadTemplate
{
    public override void Write(StateRun run, JsonElement data, Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            item.Write(run, data, json);
        }

        json.WriteEndArray();
    }
}
