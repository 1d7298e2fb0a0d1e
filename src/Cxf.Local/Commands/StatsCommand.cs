using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Cxf.Local.Output;
using Cxf.Local.Statistics;
using Cxf.Local.Stores;
using Spectre.Console;

namespace Cxf.Local.Commands;

/// <summary><c>cxf stats</c>: how the flows and connections of a deployment do.</summary>
internal static class StatsCommand
{
    private static readonly Option<FlowReference> Flow = new("--flow")
    {
        Description = "Only a flow, tenant/flow, or a tenant. Connections are those of the tenant.",
        CustomParser = result => FlowReference.Read(result, needsFlow: false),
    };

    private static readonly Option<DateTimeOffset?> Until = new("--until")
    {
        Description = "Only calls until this time. Default: now.",
        CustomParser = TimeArgument.Read,
    };

    private static readonly Option<FileInfo> Log = new Option<FileInfo>("--log")
    {
        HelpName = "file",
        Description = "Read log lines of the functions from a file instead, for example what aws logs tail prints. Without runs.",
    }.AcceptExistingFile();

    /// <summary>The command.</summary>
    public static Command Create(Lines lines)
    {
        var command = new Command("stats", "Show how long flows and calls to third parties take, and how they fail.")
        {
            Flow,
            RunCommand.Since,
            Until,
            Log,
        }.WithRuns();
        command.SetAction(
            (arguments, cancellationToken) =>
                arguments.GetValue(Log) is { } file
                    ? ReadAsync(lines, arguments, file, cancellationToken)
                    : RunCommand.OpenAsync(
                        lines,
                        arguments,
                        async (services, finder) =>
                        {
                            var query = Query(arguments, RunCommand.SinceOf(arguments));
                            Print(
                                lines,
                                arguments,
                                query,
                                await DeploymentStatistics.ReadAsync(services, finder, query, cancellationToken)
                            );
                            return ExitCode.Done;
                        }
                    )
        );
        return command;
    }

    private static async Task<int> ReadAsync(
        Lines lines,
        ParseResult arguments,
        FileInfo file,
        CancellationToken cancellationToken
    )
    {
        var calls = new List<CallLine>();
        await foreach (var line in File.ReadLinesAsync(file.FullName, cancellationToken))
        {
            if (CallLine.Parse(line) is { } call)
            {
                calls.Add(call);
            }
        }

        // A file is what somebody chose: without --since, all of it counts.
        var query = Query(arguments, arguments.GetValue(RunCommand.Since) ?? DateTimeOffset.UnixEpoch);
        Print(lines, arguments, query, DeploymentStatistics.Of(calls, query));
        return ExitCode.Done;
    }

    private static StatisticsQuery Query(ParseResult arguments, DateTimeOffset since) =>
        new()
        {
            Since = since,
            Until = arguments.GetValue(Until) ?? TimeProvider.System.GetUtcNow(),
            Tenant = arguments.GetValue(Flow)?.Tenant,
            Flow = arguments.GetValue(Flow)?.Flow,
        };

    private static void Print(Lines lines, ParseResult arguments, StatisticsQuery query, DeploymentStatistics statistics)
    {
        if (arguments.GetValue(TargetOptions.Json))
        {
            lines.WriteWhole(Json(query, statistics).ToJsonString(JsonFiles.Compact));
            return;
        }

        if (statistics is { Runs: [], Answers: [], Connections: [] })
        {
            lines.Write("There were no calls in this time. Look further back with --since, for example --since 7d.");
        }

        Print(lines, "Runs, by flow and version", "run", statistics.Runs, row => $" version {Number(row.Version)}");
        Print(lines, "Answers to callers, by flow", "answer", statistics.Answers, row => $" {row.Function}");
        Print(lines, "Calls to third parties, by connection", "call", statistics.Connections, _ => "");
        foreach (var note in statistics.Notes)
        {
            lines.Write($"Note: {note}");
        }
    }

    private static void Print(
        Lines lines,
        string title,
        string unit,
        IReadOnlyList<StatisticsRow> rows,
        Func<StatisticsRow, string> part
    )
    {
        if (rows.Count == 0)
        {
            return;
        }

        lines.Write(title);
        foreach (var row in rows)
        {
            lines.Write($"  {row.Of}{part(row)}");
            Detail(lines, Calls(row, unit), Color.Default);
            if (row.Durations is { } durations)
            {
                Detail(
                    lines,
                    $"duration: p50 {Time(durations.P50)}, p95 {Time(durations.P95)}, p99 {Time(durations.P99)}, "
                        + $"longest {Time(durations.Max)}",
                    Color.Default
                );
            }

            if (row.LimitUsed is { } used)
            {
                Detail(
                    lines,
                    $"of the caller's time limit: p50 {Percent(used.P50)}, p95 {Percent(used.P95)}, "
                        + $"p99 {Percent(used.P99)}, most {Percent(used.Max)}",
                    Color.Default
                );
            }

            if (row.Errors.Count > 0)
            {
                Detail(
                    lines,
                    $"errors: {string.Join(", ", row.Errors.Select(error => $"{error.Code} {Number(error.Count)}"))}",
                    Color.Red
                );
            }
        }

        lines.Write();
    }

    private static void Detail(Lines lines, string text, Color color) => lines.Write(6, ($"    {text}", color));

    private static string Calls(StatisticsRow row, string unit) =>
        $"{Number(row.Calls)} {unit}{(row.Calls == 1 ? "" : "s")}, {Number(row.Failed)} failed "
        + $"({Percent(100.0 * row.Failed / row.Calls)})"
        + (row.Throttled == 0 ? "" : $", {Number(row.Throttled)} throttled");

    private static string Number(int? number) => number?.ToString("N0", CultureInfo.InvariantCulture) ?? "unknown";

    private static string Time(double milliseconds) => Durations.Text(TimeSpan.FromMilliseconds(milliseconds));

    private static string Percent(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.#} %");

    private static JsonObject Json(StatisticsQuery query, DeploymentStatistics statistics) =>
        new()
        {
            ["since"] = query.Since.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            ["until"] = query.Until.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            ["runs"] = Json(statistics.Runs, row => new JsonObject { ["flow"] = row.Of, ["version"] = row.Version }),
            ["answers"] = Json(statistics.Answers, row => new JsonObject { ["flow"] = row.Of, ["function"] = row.Function }),
            ["connections"] = Json(statistics.Connections, row => new JsonObject { ["connection"] = row.Of }),
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
