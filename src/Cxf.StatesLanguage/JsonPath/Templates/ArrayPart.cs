using System.Text.Json;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.JsonPath;

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
