using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cxf.Local.Runs;

/// <summary>
/// Reads the events of a history from JSON: what <c>aws stepfunctions get-execution-history</c> prints, a list of its events, or
/// the events that Step Functions writes to CloudWatch Logs.
/// </summary>
internal static class HistoryReader
{
    private const string DetailsEnd = "EventDetails";

    /// <summary>The events of a document, in their order; null if the document is not a history.</summary>
    public static IReadOnlyList<HistoryEvent>? Read(string json)
    {
        try
        {
            var document = JsonNode.Parse(json);
            var events = document as JsonArray ?? (document as JsonObject)?["events"] as JsonArray;
            return events is null ? null : [.. events.Select(one => Event(one!.AsObject()))];
        }
        catch (Exception problem)
            when (problem is JsonException or InvalidOperationException or FormatException or InvalidCastException)
        {
            return null;
        }
    }

    /// <summary>One event, from a history or from a log.</summary>
    public static HistoryEvent Event(JsonObject json) =>
        HistoryEvent.Of(
            Number(json["id"]),
            Number(json["previousEventId"] ?? json["previous_event_id"]),
            (json["type"] ?? throw new FormatException("An event has no type.")).GetValue<string>(),
            Time(json["timestamp"] ?? json["event_timestamp"], isLog: json["event_timestamp"] is not null),
            (JsonObject?)(json["details"] ?? json.FirstOrDefault(IsDetails).Value)?.DeepClone()
        );

    private static bool IsDetails(KeyValuePair<string, JsonNode?> member) =>
        member.Key.EndsWith(DetailsEnd, StringComparison.Ordinal) && member.Value is JsonObject;

    private static long Number(JsonNode? value) =>
        value is null ? 0
        : value.GetValueKind() == JsonValueKind.String ? long.Parse(value.GetValue<string>(), CultureInfo.InvariantCulture)
        : value.GetValue<long>();

    // A log has milliseconds; the API has seconds, and the AWS CLI prints a date.
    private static DateTimeOffset Time(JsonNode? value, bool isLog) =>
        value is null ? DateTimeOffset.UnixEpoch
        : isLog ? DateTimeOffset.FromUnixTimeMilliseconds(Number(value))
        : value.GetValueKind() == JsonValueKind.String
            ? DateTimeOffset.Parse(value.GetValue<string>(), CultureInfo.InvariantCulture)
        : DateTimeOffset.UnixEpoch.AddMilliseconds((double)(value.GetValue<decimal>() * 1000));
}
