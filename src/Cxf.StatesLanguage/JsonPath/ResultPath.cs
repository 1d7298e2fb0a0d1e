using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Evaluation;
using Cxf.StatesLanguage.JsonPath.Paths;

namespace Cxf.StatesLanguage.JsonPath;

/// <summary>ResultPath: where in the state's input the result goes. <c>$</c> replaces the input, null drops the result.</summary>
internal sealed class ResultPath(JsonPathExpression? path, bool isNull)
{
    public static ResultPath Replace { get; } = new(null, false);

    public Payload Combine(IEvaluationContext context, Payload input, Payload result)
    {
        if (isNull)
        {
            return input;
        }

        if (path is null || path.IsRoot)
        {
            return result;
        }

        using var writer = PayloadWriter.Rent();
        Write(context, writer.Json, input.Tree, 0, result);
        return writer.ToPayload();
    }

    private void Write(IEvaluationContext context, Utf8JsonWriter json, JsonElement? value, int depth, Payload result)
    {
        if (depth == path!.Segments.Count)
        {
            result.WriteTo(json);
            return;
        }

        switch (path.Segments[depth])
        {
            case NameSegment name when value is null or { ValueKind: JsonValueKind.Object }:
                WriteObject(context, json, value, name.Name, depth, result);
                break;
            case IndexSegment index
                when value is { ValueKind: JsonValueKind.Array } array && index.Indexes[0] < array.GetArrayLength():
                json.WriteStartArray();
                var position = 0;
                foreach (var item in array.EnumerateArray())
                {
                    if (position++ == index.Indexes[0])
                    {
                        Write(context, json, item, depth + 1, result);
                    }
                    else
                    {
                        item.WriteTo(json);
                    }
                }

                json.WriteEndArray();
                break;
            default:
                throw new StateFailedException(
                    new StateError(
                        ErrorNames.ResultPathMatchFailure,
                        context.Describe(
                            $"Unable to apply step \"{path.Segments[depth].Print()}\" of ResultPath '{path.Text}' "
                                + "to the state's input"
                        )
                    )
                );
        }
    }

    private void WriteObject(
        IEvaluationContext context,
        Utf8JsonWriter json,
        JsonElement? value,
        string name,
        int depth,
        Payload result
    )
    {
        json.WriteStartObject();
        JsonElement? old = null;
        if (value is { } existing)
        {
            foreach (var member in existing.EnumerateObject())
            {
                if (member.NameEquals(name))
                {
                    old = member.Value;
                }
                else
                {
                    member.WriteTo(json);
                }
            }
        }

        json.WritePropertyName(name);
        Write(context, json, old, depth + 1, result);
        json.WriteEndObject();
    }
}
