using System.Text.Json;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.History;

/// <summary>Details of …StateEntered.</summary>
/// <param name="Name">The state.</param>
/// <param name="Input">The state's input.</param>
public sealed record StateEnteredDetails(string Name, Payload Input) : HistoryEventDetails
{
    internal override string MemberName(HistoryEventType type) => "stateEnteredEventDetails";

    internal override void WriteMembers(Utf8JsonWriter json, bool includeData)
    {
        json.WriteString("name", Name);
        HistoryData.Write(json, "input", "inputDetails", Input, includeData);
    }
}
