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
        ).OnFlows(console, (documents, arguments, cancellationToken) => RunAsync(console, documents, arguments));

    private static async Task<int> RunAsync(IAnsiConsole console, IReadOnlyList<FlowDocument> documents, ParseResult arguments)
    {
        var severities = documents
            .SelectMany(document => document.Reading.Diagnostics)
            .CountBy(diagnostic => diagnostic.Severity)
            .ToDictionary();
        await FlowReport.WriteAsync(
            [.. documents.Select(document => new FlowReport(document))],
            console,
            arguments.GetValue(FlowCommandOptions.Json),
            Print,
            $"{FlowCommandOptions.Count(documents.Count, "flow")}: "
                + $"{FlowCommandOptions.Count(severities.GetValueOrDefault(DiagnosticSeverity.Error), "error")}, "
                + $"{FlowCommandOptions.Count(severities.GetValueOrDefault(DiagnosticSeverity.Warning), "warning")}."
        );
        return documents.Any(document => document.HasErrors) ? ExitCode.Problems : ExitCode.Clean;
    }

    private static void Print(Lines lines, FlowReport report)
    {
        if (report.Document.Reading.Flow is { } flow)
        {
            new FlowCostPrinter(lines).Print(report.Document.File.Path, report.Document.CostOf(flow));
        }
    }
}
