using System.Text.Json;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.History;

/// <summary>Details of TaskScheduled.</summary>
/// <param name="ResourceType">The service, such as <c>lambda</c>.</param>
/// <param name="Resource">The operation, such as <c>invoke</c>.</param>
/// <param name="Region">Where the service is.</param>
/// <param name="Parameters">What the operation gets.</param>
/// <param name="TimeoutInSeconds">The state's TimeoutSeconds, or null.</param>
/// <param name="HeartbeatInSeconds">The state's HeartbeatSeconds, or null.</param>
/// <param name="RoleArn">The role of the Credentials field, or null.</param>
public sealed record TaskScheduledDetails(
    string ResourceType, string Resource, string Region, Payload Parameters, long? TimeoutInSeconds, long? HeartbeatInSeconds, string? RoleArn) : HistoryEventDetails
{
    internal override void WriteMembers(Utf8JsonWriter json, bool includeData)
    {
        json.WriteString("resourceType", ResourceType);
        json.WriteString("resource", Resource);
        json.WriteString("region", Region);
        json.WriteString("parameters", includeData ? Parameters.Utf8.Span : ""u8);
        HistoryData.WriteOptional(json, "timeoutInSeconds", TimeoutInSeconds);
        HistoryData.WriteOptional(json, "heartbeatInSeconds", HeartbeatInSeconds);
        HistoryData.WriteCredentials(json, RoleArn);
    }
}
