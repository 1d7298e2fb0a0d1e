using System.Text.Json;

namespace Cxf.StatesLanguage.History;

/// <summary>Details of EvaluationFailed.</summary>
/// <param name="Error">The error's name.</param>
/// <param name="Cause">What is known about it.</param>
/// <param name="Location">The field that was evaluated, or null.</param>
/// <param name="State">The state.</param>
public sealed record EvaluationFailedDetails(string Error, string Cause, string? Location, string State) : HistoryEventDetails
{
    internal override void WriteMembers(Utf8JsonWriter json, bool includeData)
    {
        json.WriteString("error", Error);
        json.WriteString("cause", Cause);
        HistoryData.WriteOptional(json, "location", Location);
        json.WriteString("state", State);
    }
}
