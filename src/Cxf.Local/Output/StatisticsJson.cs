using System.Globalization;
using System.Text.Json.Nodes;
using Cxf.Local.Statistics;

namespace Cxf.Local.Output;

/// <summary>How flows and connections do, as JSON for programs.</summary>
internal static class StatisticsJson
{
    /// <summary><c>{since, until, runs, answers, connections, notes}</c>.</summary>
    public static JsonObject Of(StatisticsQuery query, DeploymentStatistics statistics) =>
        new()
        {
            ["since"] = query.Since.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            ["until"] = query.Until.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            ["runs"] = Json(statistics.Runs, row => new JsonObject { ["flow"] = row.Name, ["version"] = row.Version }),
            ["answers"] = Json(statistics.Answers, row => new JsonObject { ["flow"] = row.Name, ["function"] = row.Function }),
            ["connections"] = Json(statistics.Connections, row => new JsonObject { ["connection"] = row.Name }),
            ["notes"] = new JsonArray([.. statistics.Notes.Select(note => JsonValue.Create(note))]),
        };

    private static JsonArray Json(IEnumerable<StatisticsRow> rows, Func<StatisticsRow, JsonObject> begin) =>
        new([
            .. rows.Select(row =>
            {
                var json = begin(row);
                json["calls"] = row.Calls;
                json["failed"] = row.Failed;
                json["throttled"] = row.Throttled;
                json["durationMs"] = Json(row.Durations);
                json["limitUsedPercent"] = Json(row.LimitUsed);
                json["errors"] = new JsonObject(
                    row.Errors.Select(error => KeyValuePair.Create<string, JsonNode?>(error.Code, error.Count))
                );
                return json;
            }),
        ]);

    private static JsonObject? Json(Distribution? of) =>
        of is null
            ? null
            : new JsonObject
            {
                ["p50"] = of.P50,
                ["p95"] = of.P95,
                ["p99"] = of.P99,
                ["max"] = of.Max,
            };
}
