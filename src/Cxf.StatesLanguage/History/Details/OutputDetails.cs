using System.Text.Json;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.History;

/// <summary>Details of events that carry nothing but an output.</summary>
/// <param name="Output">The output.</param>
public sealed record OutputDetails(Payload Output) : HistoryEventDetails
{
    internal override void WriteMembers(Utf8JsonWriter json, bool includeData) =>
        HistoryData.Write(json, "output", "outputDetails", Output, includeData);
}
