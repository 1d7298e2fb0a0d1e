using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.JsonPath.Paths;

namespace Cxf.StatesLanguage.JsonPath;

/// <summary>ResultPath: where in the state's input the result goes. <c>$</c> replaces the input, null drops the result.</summary>
internal sealed class ResultPath(JsonPathExpression? path, bool isNull)
{
    public static ResultPath Replace { get; } = new(null, false);

    public Payload Combine(StateRun run, Payload input, Payload result)
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
        Write(run, writer.Json, input.Tree, 0, result);
        return writer.ToPayload();
    }

    private void Write(StateRun run, Utf8JsonWriter json, JsonElement? value, int depth, Payload result)
    {
        if (depth == path!.Segments.Count)
        {
            json.WriteRawValue(result.Utf8.Span, skipInputValidation: true);
            return;
        }

        switch (path.Segments[depth])
        {
            case NameSegment name when value is null or { ValueKind: JsonValueKind.Object }:
                WriteObject(run, json, value, name.Name, depth, result);
                break;
            case IndexSegment index when value is { ValueKind: JsonValueKind.Array } array
                && index.Indexes[0] < array.GetArrayLength():
                json.WriteStartArray();
                var place = 0;
                foreach (var item in array.EnumerateArray())
                {
                    if (place++ == index.Indexes[0])
                    {
                        Write(run, json, item, depth + 1, result);
                    }
                    else
                    {
                        item.WriteTo(json);
                    }
                }

                json.WriteEndArray();
                break;
            default:
                throw new StateFailedException(new StateError(
                    ErrorNames.ResultPathMatchFailure,
                    run.Describe(
                        $"Unable to apply step \"{path.Segments[depth].Print()}\" of ResultPath '{path.Text}' to the state's input")));
        }
    }

    private void WriteObject(StateRun run, Utf8JsonWriter json, JsonElement? value, string name, int depth, Payload result)
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
        Write(run, json, old, depth + 1, result);
        json.WriteEndObject();
    }
}
