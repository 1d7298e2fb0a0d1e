using System.Text.Json;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.History;

/// <summary>Details of TaskSucceeded and TaskSubmitted.</summary>
/// <param name="ResourceType">The service.</param>
/// <param name="Resource">The operation.</param>
/// <param name="Output">What the service answered.</param>
public sealed record TaskOutputDetails(string ResourceType, string Resource, Payload Output) : HistoryEventDetails
{
    internal override void WriteMembers(Utf8JsonWriter json, bool includeData)
    {
        json.WriteString("resourceType", ResourceType);
        json.WriteString("resource", Resource);
        HistoryData.Write(json, "output", "outputDetails", Output, includeData);
    }
}
