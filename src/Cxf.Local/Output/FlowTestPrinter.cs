using Cxf.Documents;
using Cxf.Flows.FlowTests;
using Cxf.Flows.Timing;
using Spectre.Console;

namespace Cxf.Local.Output;

/// <summary>Prints the results of a flow's tests: one line each, the differences, and the paths that no test takes.</summary>
internal sealed class FlowTestPrinter(Lines lines)
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

    private void PrintDifferences(string file, JsonSource source, FlowTestResult result)
    {
        foreach (var difference in result.Differences)
        {
            lines.Write($"{Indent}{difference.What}  at {Place(file, source, difference.Pointer)}");
            lines.Write(($"{Indent}  expected  ", Color.Default), (difference.Expected, Color.Green));
            lines.Write(($"{Indent}  actual    ", Color.Default), (difference.Actual, Color.Red));
        }

        // Where it went says most about why; a path that differs is shown already.
        if (!result.Passed && result.Path.Count > 0 && result.Differences.All(difference => difference.What != "path"))
        {
            lines.Write($"{Indent}path taken  {string.Join(" -> ", result.Path)}");
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
