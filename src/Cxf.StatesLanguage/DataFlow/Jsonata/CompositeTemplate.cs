using System.Text.Json;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.DataFlow.Jsonata;

/// <summary>An object or an array of templates; members of an array have no name.</summary>
internal sealed class CompositeTemplate(
    IReadOnlyList<KeyValuePair<string?, JsonataTemplate>> members, bool isArray)
    : JsonataTemplate
{
    public override Payload Evaluate(StateRun run)
    {
        using var writer = PayloadWriter.Rent();
        Write(run, writer.Json);
        return writer.ToPayload();
    }

    public override void Write(StateRun run, Utf8JsonWriter json)
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

            member.Write(run, json);
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
