using System.Text.Json;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.History;

/// <summary>Details of …StateExited.</summary>
/// <param name="Name">The state.</param>
/// <param name="Output">The state's output.</param>
/// <param name="Assigned">The variables that the state set.</param>
public sealed record StateExitedDetails(
    string Name, Payload Output, IReadOnlyList<KeyValuePair<string, Payload>> Assigned)
    : HistoryEventDetails
{
    internal override string MemberName(HistoryEventType type) => "stateExitedEventDetails";

    internal override void WriteMembers(Utf8JsonWriter json, bool includeData)
    {
        json.WriteString("name", Name);
        HistoryData.Write(json, "output", "outputDetails", Output, includeData);
        if (Assigned.Count == 0)
        {
            return;
        }

        if (includeData)
        {
            json.WriteStartObject("assignedVariables");
            foreach (var (name, value) in Assigned)
            {
                json.WriteString(name, value.Utf8.Span);
            }

            json.WriteEndObject();
        }

        HistoryData.WriteTruncated(json, "assignedVariablesDetails");
    }
}
