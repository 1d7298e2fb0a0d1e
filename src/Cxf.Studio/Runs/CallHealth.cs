using System.Globalization;
using Cxf.Local.Output;
using Cxf.Local.Statistics;

namespace Cxf.Studio.Runs;

/// <summary>How calls or runs do, as a page shows it.</summary>
public sealed class CallHealth
{
    internal CallHealth(IReadOnlyList<StatisticsRow> rows) => Rows = rows;

    /// <summary>The rows: a connection each, or a version of a flow each.</summary>
    internal IReadOnlyList<StatisticsRow> Rows { get; }

    /// <summary>What a shorter timeout would do: <c>12 of 340 calls, 3.5 %, would have been ended</c>.</summary>
    internal static string WhatIf(StatisticsRow row, TimeSpan timeout)
    {
        var ended = row.EndedBy(timeout);
        return ended == 0
            ? "no call that succeeded"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{ended:N0} of {row.Succeeded.Count:N0} calls that succeeded ({Percent(ended, row.Succeeded.Count)})"
            );
    }

    /// <summary>The part of calls that failed.</summary>
    internal static string Failed(StatisticsRow row) =>
        row.Failed == 0
            ? "none"
            : string.Create(CultureInfo.InvariantCulture, $"{row.Failed:N0} ({Percent(row.Failed, row.Calls)})");

    /// <summary>The error codes, the most frequent first.</summary>
    internal static string Errors(StatisticsRow row) =>
        string.Join(
            ", ",
            row.Errors.Select(error => string.Create(CultureInfo.InvariantCulture, $"{error.Code} {error.Count:N0}"))
        );

    /// <summary>A duration in milliseconds as a person reads it.</summary>
    internal static string Time(double? milliseconds) =>
        milliseconds is { } value ? Durations.Text(TimeSpan.FromMilliseconds(value)) : "-";

    private static string Percent(int part, int whole) =>
        string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / whole:0.#} %");
}
