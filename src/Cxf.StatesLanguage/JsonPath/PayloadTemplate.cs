using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.Evaluation;
using Cxf.StatesLanguage.JsonPath.Paths;

namespace Cxf.StatesLanguage.JsonPath;

/// <summary>
/// A payload template: Parameters, ResultSelector, ItemSelector and the like, whose members ending in <c>.$</c> are evaluated.
/// </summary>
internal abstract class PayloadTemplate
{
    public abstract void Write(IEvaluationContext context, JsonElement data, Utf8JsonWriter json);
}

/// <summary>A part of a template without anything to evaluate.</summary>
internal sealed class ConstantPart(Payload value) : PayloadTemplate
{
    public override void Write(IEvaluationContext context, JsonElement data, Utf8JsonWriter json) => value.WriteTo(json);
}

/// <summary>A member that ends in <c>.$</c>.</summary>
internal sealed class EvaluatedPart(IJsonPathValue value, string field) : PayloadTemplate
{
    public override void Write(IEvaluationContext context, JsonElement data, Utf8JsonWriter json) =>
        value.Evaluate(context, data, field).WriteTo(json);
}

internal sealed class ArrayPart(IReadOnlyList<PayloadTemplate> items) : PayloadTemplate
{
    public override void Write(IEvaluationContext context, JsonElement data, Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            item.Write(context, data, json);
        }

        json.WriteEndArray();
    }
}

internal sealed class ObjectPart(IReadOnlyList<KeyValuePair<string, PayloadTemplate>> members) : PayloadTemplate
{
    public override void Write(IEvaluationContext context, JsonElement data, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var (name, member) in members)
        {
            json.WritePropertyName(name);
            member.Write(context, data, json);
        }

        json.WriteEndObject();
    }
}

/// <summary>A payload template that is evaluated on a state's data after InputPath.</summary>
internal sealed class JsonPathTemplate(PayloadTemplate template, InputPath inputPath) : IDataTemplate
{
    public Payload Evaluate(IEvaluationContext context) => Evaluate(template, context, inputPath.Apply(context).Tree);

    public static Payload Evaluate(PayloadTemplate template, IEvaluationContext context, JsonElement data)
    {
        using var writer = PayloadWriter.Rent();
        template.Write(context, data, writer.Json);
        return writer.ToPayload();
    }
}
