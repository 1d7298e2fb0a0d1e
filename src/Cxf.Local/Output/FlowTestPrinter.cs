using Cxf.Documents;
using Cxf.Flows.FlowTests;
using Cxf.Flows.Timing;
using Cxf.Local.Runs;
using Spectre.Console;

namespace Cxf.Local.Output;

/// <summary>
/// Prints the results of a flow's tests: one line each, the differences and the steps of those that failed, and the paths that no
/// test takes.
/// </summary>
/// <param name="lines">Where to.</param>
/// <param name="personalData">Masks values.</param>
/// <param name="baseUrl">The base URL of a tenant's connection, or null.</param>
/// <param name="isFull">Whether the steps of all tests are printed, with everything.</param>
internal sealed class FlowTestPrinter(
    Lines lines,
    PersonalData personalData,
    Func<string, string, string?> baseUrl,
    bool isFull = false
)
{
    private const string Indent = "          ";

    /// <summary>Prints the results of one flow.</summary>
    public void Print(string file, JsonSource source, FlowTestReport report)
    {
        lines.Write(file);
        if (report.Results.Count == 0)
        {
            lines.Write(("  none    ", Color.Yellow), ("The flow has no tests.", Color.Default));
            return;
        }

        foreach (var result in report.Results)
        {
            lines.Write(
                (result.Passed ? "  passed  " : "  failed  ", result.Passed ? Color.Green : Color.Red),
                ($"{result.Test.Name} ({Duration.InWords(result.Duration)})", Color.Default)
            );
            PrintDifferences(file, source, result);
        }

        PrintWays(file, source, report);
    }

    // Where and why the run failed, then what differs because of it, in the words that PublishFlow uses, then what every step
    // did.
    private void PrintDifferences(string file, JsonSource source, FlowTestResult result)
    {
        var rows = HistoryRows.From(ExecutionEvents.Of(result.History), baseUrl);
        personalData.Learn(rows);
        if (result is { Passed: false, Failure: { } failure })
        {
            lines.Write($"{Indent}The run failed at the step {personalData.ShownSentence(failure.ToString())}");
        }

        foreach (var difference in result.Differences)
        {
            lines.Write(
                ($"{Indent}at {Place(file, source, difference.Pointer)}: ", Color.Default),
                (difference.ToString(), Color.Red)
            );
        }

        if ((isFull || !result.Passed) && result.History.Count > 0)
        {
            var printer = new HistoryPrinter(lines, personalData, isFull, Indent.Length)
            {
                PrintedCause = result.Failure?.RecordedCause,
            };
            printer.Print(rows);
        }
    }

    private void PrintWays(string file, JsonSource source, FlowTestReport report)
    {
        var untaken = report.UntakenWays.ToList();
        lines.Write(
            ("  ways    ", untaken.Count == 0 ? Color.Green : Color.Yellow),
            (
                $"{report.Ways.Count - untaken.Count} of {report.Ways.Count} paths through the flow were "
                    + $"taken{(untaken.Count == 0 ? "." : "; no test takes:")}",
                Color.Default
            )
        );
        foreach (var way in untaken)
        {
            lines.Write($"{Indent}{way.From}, {way.Name} -> {way.To}  at {Place(file, source, way.Pointer)}");
            lines.Write($"{Indent}  taken when {way.When}");
        }
    }

    private static string Place(string file, JsonSource source, string pointer)
    {
        var position = source.PositionOf(pointer);
        return $"{file}:{position.Line}:{position.Column}";
    }
}
