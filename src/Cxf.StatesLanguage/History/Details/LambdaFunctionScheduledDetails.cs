using System.Text.Json;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.History;

/// <summary>Details of LambdaFunctionScheduled.</summary>
/// <param name="Resource">The function's ARN.</param>
/// <param name="Input">What the function gets.</param>
/// <param name="TimeoutInSeconds">The state's TimeoutSeconds, or null.</param>
/// <param name="RoleArn">The role of the Credentials field, or null.</param>
public sealed record LambdaFunctionScheduledDetails(
    string Resource, Payload Input, long? TimeoutInSeconds, string? RoleArn)
    : HistoryEventDetails
{
    internal override void WriteMembers(Utf8JsonWriter json, bool includeData)
    {
        json.WriteString("resource", Resource);
        HistoryData.Write(json, "input", "inputDetails", Input, includeData);
        HistoryData.WriteOptional(json, "timeoutInSeconds", TimeoutInSeconds);
        HistoryData.WriteCredentials(json, RoleArn);
    }
}
