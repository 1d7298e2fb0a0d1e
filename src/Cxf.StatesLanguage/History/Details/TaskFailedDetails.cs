using System.Text.Json;

namespace Cxf.StatesLanguage.History;

/// <summary>Details of TaskFailed and TaskTimedOut.</summary>
/// <param name="ResourceType">The service.</param>
/// <param name="Resource">The operation.</param>
/// <param name="Error">The error's name.</param>
/// <param name="Cause">What is known about it.</param>
public sealed record TaskFailedDetails(string ResourceType, string Resource, string? Error, string? Cause) : HistoryEventDetails
{
    internal override void WriteMembers(Utf8JsonWriter json, bool includeData)
    {
        json.WriteString("resourceType", ResourceType);
        json.WriteString("resource", Resource);
        HistoryData.WriteOptional(json, "error", Error);
        HistoryData.WriteOptional(json, "cause", Cause);
    }
}
