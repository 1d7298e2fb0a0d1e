using System.CommandLine;
using Cxf.Documents;
using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;

namespace Cxf.Local.Commands;

/// <summary>
/// <c>cxf check</c>: all problems of flow documents at once; for flows without errors, their duration and cost.
/// </summary>
internal static class CheckCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Lines lines) =>
        new Command("check", "Check flow documents and show all problems, the longest duration of each flow and its cost.")
        {
            FlowCommandOptions.Watch,
        }.OnFlows(lines, (folder, arguments, cancellationToken) => RunAsync(lines, folder, arguments));

    private static async Task<int> RunAsync(Lines lines, FolderReading folder, ParseResult arguments)
    {
        var severities = folder.Diagnostics.CountBy(diagnostic => diagnostic.Severity).ToDictionary();
        FlowReport.Write(
            [.. folder.Flows.Select(document => new FlowReport(document))],
            folder.Others,
            lines,
            arguments.GetValue(FlowCommandOptions.Json),
            Print,
            $"{Counted(folder)}: "
                + $"{FlowCommandOptions.Count(severities.GetValueOrDefault(DiagnosticSeverity.Error), "error")}, "
                + $"{FlowCommandOptions.Count(severities.GetValueOrDefault(DiagnosticSeverity.Warning), "warning")}."
        );
        return folder.HasErrors ? ExitCode.Problems : ExitCode.Clean;
    }

    /// <summary>What was checked: <c>3 flows, 2 contact flows</c>.</summary>
    private static string Counted(FolderReading folder) =>
        folder.Named is { } kind ? kind.Name()
        : folder.ContactFlows.Count == 0 ? FlowCommandOptions.Count(folder.Flows.Count, "flow")
        : (folder.Flows.Count == 0 ? "" : FlowCommandOptions.Count(folder.Flows.Count, "flow") + ", ")
            + FlowCommandOptions.Count(folder.ContactFlows.Count, "contact flow");

    private static void Print(Lines lines, FlowReport report)
    {
        if (report.Document.Reading.Flow is { } flow)
        {
            new FlowCostPrinter(lines).Print(report.Document.File.Path, report.Document.CostOf(flow));
        }
    }
}
