using System.Text.Json;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.History;

/// <summary>Events as JSON, in the form of GetExecutionHistory.</summary>
public static class HistoryEventJson
{
    /// <summary>Writes one event.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="entry">The event.</param>
    /// <param name="includeData">Whether inputs and outputs are written too.</param>
    public static void Write(Utf8JsonWriter json, HistoryEvent entry, bool includeData)
    {
        json.WriteStartObject();
        json.WriteNumber("timestamp", entry.Timestamp.ToUnixTimeMilliseconds() / 1000m);
        json.WriteString("type", entry.Type.ToString());
        json.WriteNumber("id", entry.Id);
        json.WriteNumber("previousEventId", entry.PreviousEventId);
        if (entry.Details is not null)
        {
            json.WriteStartObject(entry.Details.MemberName(entry.Type));
            entry.Details.WriteMembers(json, includeData);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>Events as a JSON array.</summary>
    public static string Write(IEnumerable<HistoryEvent> events)
    {
        using var writer = PayloadWriter.Rent();
        writer.Json.WriteStartArray();
        foreach (var entry in events)
        {
            Write(writer.Json, entry, includeData: true);
        }

        writer.Json.WriteEndArray();
        return writer.ToPayload().ToString();
    }
}
