using System.Text.Json;

namespace Cxf.StatesLanguage.History;

/// <summary>Details of MapIteration… events.</summary>
/// <param name="Name">The Map state.</param>
/// <param name="Index">The item's index, from 0.</param>
public sealed record MapIterationDetails(string Name, int Index) : HistoryEventDetails
{
    internal override void WriteMembers(Utf8JsonWriter json, bool includeData)
    {
        json.WriteString("name", Name);
        json.WriteNumber("index", Index);
    }
}
