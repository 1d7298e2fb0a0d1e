using System.Text.Json;

namespace Cxf.StatesLanguage.History;

/// <summary>Details of MapRunStarted.</summary>
/// <param name="MapRunArn">The run's ARN.</param>
public sealed record MapRunStartedDetails(string MapRunArn) : HistoryEventDetails
{
    internal override void WriteMembers(Utf8JsonWriter json, bool includeData) => json.WriteString("mapRunArn", MapRunArn);
}
