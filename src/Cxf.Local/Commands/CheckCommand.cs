using System.CommandLine;
using Cxf.Documents;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;
using Spectre.Console;

namespace Cxf.Local.Commands;

/// <summary>
/// <c>cxf check</c>: all problems of flow documents at once; for flows without errors, their duration and cost.
/// </summary>
internal static class CheckCommand
{
    /// <summary>The command, printing to a console.</summary>
    public static Command Create(IAnsiConsole console) =>
        new Command(
            "check",
            "Check flow documents and show all problems, the longest duration of each flow and its cost."
        ).OnFlows(console, (folder, arguments, cancellationToken) => RunAsync(console, folder, arguments));

    private static async Task<int> RunAsync(IAnsiConsole console, FolderReading folder, ParseResult arguments)
    {
        var severities = folder.Diagnostics.CountBy(diagnostic => diagnostic.Severity).ToDictionary();
        await FlowReport.WriteAsync(
            [.. folder.Flows.Select(document => new FlowReport(document))],
            folder.Others,
            console,
            arguments.GetValue(FlowCommandOptions.Json),
            Print,
            $"{FlowCommandOptions.Count(folder.Flows.Count, "flow")}: "
                + $"{FlowCommandOptions.Count(severities.GetValueOrDefault(DiagnosticSeverity.Error), "error")}, "
                + $"{FlowCommandOptions.Count(severities.GetValueOrDefault(DiagnosticSeverity.Warning), "warning")}."
        );
        return folder.HasErrors ? ExitCode.Problems : ExitCode.Clean;
    }

    private static void Print(Lines lines, FlowReport report)
    {
        if (report.Document.Reading.Flow is { } flow)
        {
            new FlowCostPrinter(lines).Print(report.Document.File.Path, report.Document.CostOf(flow));
        }
    }
}
