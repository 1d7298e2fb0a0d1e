using System.Globalization;
using Cxf.Local.Statistics;
using Spectre.Console;

namespace Cxf.Local.Output;

/// <summary>Prints how flows and connections do.</summary>
internal sealed class StatisticsPrinter(Lines lines)
{
    /// <summary>Prints each version, each flow and each connection.</summary>
    public void Print(DeploymentStatistics statistics)
    {
        if (statistics is { Runs: [], Answers: [], Connections: [] })
        {
            lines.Write("There were no calls in this time. Look further back with --since, for example --since 7d.");
        }

        Print("Runs, by flow and version", "run", statistics.Runs, row => $" version {Number(row.Version)}");
        Print("Answers to callers, by flow", "answer", statistics.Answers, row => $" {row.Function}");
        Print("Calls to third parties, by connection", "call", statistics.Connections, _ => "");
        foreach (var note in statistics.Notes)
        {
            lines.Write($"Note: {note}");
        }
    }

    private void Print(string title, string unit, IReadOnlyList<StatisticsRow> rows, Func<StatisticsRow, string> part)
    {
        if (rows.Count == 0)
        {
            return;
        }

        lines.Write(title);
        foreach (var row in rows)
        {
            lines.Write($"  {row.Name}{part(row)}");
            Detail(Calls(row, unit), Color.Default);
            if (row.Durations is { } durations)
            {
                Detail(
                    $"duration: p50 {Time(durations.P50)}, p95 {Time(durations.P95)}, p99 {Time(durations.P99)}, "
                        + $"longest {Time(durations.Max)}",
                    Color.Default
                );
            }

            if (row.LimitUsed is { } used)
            {
                Detail(
                    $"of the caller's time limit: p50 {Percent(used.P50)}, p95 {Percent(used.P95)}, "
                        + $"p99 {Percent(used.P99)}, most {Percent(used.Max)}",
                    Color.Default
                );
            }

            if (row.Errors.Count > 0)
            {
                Detail(
                    $"errors: {string.Join(", ", row.Errors.Select(error => $"{error.Code} {Number(error.Count)}"))}",
                    Color.Red
                );
            }
        }

        lines.Write();
    }

    private void Detail(string text, Color color) => lines.Write(6, ($"    {text}", color));

    private static string Calls(StatisticsRow row, string unit) =>
        $"{Number(row.Calls)} {unit}{(row.Calls == 1 ? "" : "s")}, {Number(row.Failed)} failed "
        + $"({Percent(100.0 * row.Failed / row.Calls)})"
        + (row.Throttled == 0 ? "" : $", {Number(row.Throttled)} throttled");

    private static string Number(int? number) => number?.ToString("N0", CultureInfo.InvariantCulture) ?? "unknown";

    private static string Time(double milliseconds) => Durations.Text(TimeSpan.FromMilliseconds(milliseconds));

    private static string Percent(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.#} %");
}
