using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Evaluation;

namespace Cxf.StatesLanguage.DataFlow.Jsonata;

/// <summary>A JSON value with expressions in it, at any depth.</summary>
internal abstract class JsonataTemplate : IDataTemplate
{
    public abstract Payload Evaluate(IEvaluationContext context);

    /// <summary>Writes the evaluated value.</summary>
    public abstract void Write(IEvaluationContext context, Utf8JsonWriter json);
}

/// <summary>A part of a template without expressions.</summary>
internal sealed class ConstantTemplate(Payload value) : JsonataTemplate
{
    public override Payload Evaluate(IEvaluationContext context) => value;

    public override void Write(IEvaluationContext context, Utf8JsonWriter json) => value.WriteTo(json);
}

/// <summary>A field that is one expression.</summary>
internal sealed class ExpressionTemplate(StatesExpression expression) : JsonataTemplate
{
    public override Payload Evaluate(IEvaluationContext context) => expression.Evaluate(context).ToPayload();

    public override void Write(IEvaluationContext context, Utf8JsonWriter json) => expression.Evaluate(context).WriteTo(json);
}

/// <summary>An object or an array of templates; members of an array have no name.</summary>
internal sealed class CompositeTemplate(IReadOnlyList<KeyValuePair<string?, JsonataTemplate>> members, bool isArray)
    : JsonataTemplate
{
    public override Payload Evaluate(IEvaluationContext context)
    {
        using var writer = PayloadWriter.Rent();
        Write(context, writer.Json);
        return writer.ToPayload();
    }

    public override void Write(IEvaluationContext context, Utf8JsonWriter json)
    {
        if (isArray)
        {
            json.WriteStartArray();
        }
        else
        {
            json.WriteStartObject();
        }

        foreach (var (name, member) in members)
        {
            if (name is not null)
            {
                json.WritePropertyName(name);
            }

            member.Write(context, json);
        }

        if (isArray)
        {
            json.WriteEndArray();
        }
        else
        {
            json.WriteEndObject();
        }
    }
}
