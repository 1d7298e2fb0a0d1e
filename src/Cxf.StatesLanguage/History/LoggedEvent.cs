using System.Globalization;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.History;

/// <summary>
/// An event of an execution as Step Functions writes it to CloudWatch Logs: one JSON object, its numbers as text.
/// </summary>
/// <param name="Timestamp">When it happened.</param>
/// <param name="Stream">The name of the log stream.</param>
/// <param name="Message">The JSON.</param>
public sealed record LoggedEvent(DateTimeOffset Timestamp, string Stream, string Message)
{
    internal static LoggedEvent Of(HistoryEvent happened, string executionArn, string stream, int redriveCount, bool includeData)
    {
        using var writer = PayloadWriter.Rent();
        var json = writer.Json;
        json.WriteStartObject();
        json.WriteString("id", Text(happened.Id));
        json.WriteString("type", happened.Type.ToString());
        json.WriteStartObject("details");
        happened.Details?.WriteMembers(json, includeData);
        json.WriteEndObject();
        json.WriteString("previous_event_id", Text(happened.PreviousEventId));
        json.WriteString("event_timestamp", Text(happened.Timestamp.ToUnixTimeMilliseconds()));
        json.WriteString("execution_arn", executionArn);
        json.WriteString("redrive_count", Text(redriveCount));
        json.WriteEndObject();
        return new LoggedEvent(happened.Timestamp, stream, writer.ToPayload().ToString());
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
