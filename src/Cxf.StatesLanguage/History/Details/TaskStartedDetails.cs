using System.Text.Json;

namespace Cxf.StatesLanguage.History;

/// <summary>Details of TaskStarted.</summary>
/// <param name="ResourceType">The service.</param>
/// <param name="Resource">The operation.</param>
public sealed record TaskStartedDetails(string ResourceType, string Resource) : HistoryEventDetails
{
    internal override void WriteMembers(Utf8JsonWriter json, bool includeData)
    {
        json.WriteString("resourceType", ResourceType);
        json.WriteString("resource", Resource);
    }
}
