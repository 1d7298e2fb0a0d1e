using System.Text.Json;

namespace Cxf.StatesLanguage.History;

/// <summary>Details of events that carry an error.</summary>
/// <param name="Error">The error's name, or null where there was none.</param>
/// <param name="Cause">What is known about it, or null.</param>
public sealed record ErrorDetails(string? Error, string? Cause) : HistoryEventDetails
{
    internal override void WriteMembers(Utf8JsonWriter json, bool includeData)
    {
        HistoryData.WriteOptional(json, "error", Error);
        HistoryData.WriteOptional(json, "cause", Cause);
    }
}
