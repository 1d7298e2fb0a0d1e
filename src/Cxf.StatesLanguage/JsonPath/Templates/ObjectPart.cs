using System.Text.Json;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.JsonPath;

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
