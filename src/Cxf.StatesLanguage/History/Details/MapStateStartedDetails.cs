using System.Text.Json;

namespace Cxf.StatesLanguage.History;

/// <summary>Details of MapStateStarted.</summary>
/// <param name="Length">Number of items.</param>
public sealed record MapStateStartedDetails(int Length) : HistoryEventDetails
{
    internal override void WriteMembers(Utf8JsonWriter json, bool includeData) => json.WriteNumber("length", Length);
}
