using Cxf.Flows.FlowTests;
using Cxf.Local.FlowDocuments;

namespace Cxf.Local.Output;

/// <summary>What a command found in one flow document.</summary>
/// <param name="Document">The document.</param>
/// <param name="Tests">What came of its tests; null where it was not tested.</param>
internal sealed record FlowReport(FlowDocument Document, FlowTestReport? Tests = null)
{
    /// <summary>Writes reports: as JSON for programs, else each flow's diagnostics and what the command has to say.</summary>
    /// <param name="flows">The reports.</param>
    /// <param name="others">The other documents of the folder that have problems.</param>
    /// <param name="lines">Where to.</param>
    /// <param name="asJson">Whether programs read it.</param>
    /// <param name="print">Prints the command's result for a flow after its diagnostics.</param>
    /// <param name="summary">The last line, for people. Default: none.</param>
    /// <param name="contactFlows">The contact flows that were tested. Default: none.</param>
    public static void Write(
        IReadOnlyList<FlowReport> flows,
        IReadOnlyList<CheckedDocument> others,
        Lines lines,
        bool asJson,
        Action<Lines, FlowReport> print,
        string? summary = null,
        IReadOnlyList<ContactFlowReport>? contactFlows = null
    )
    {
        if (asJson)
        {
            lines.WriteWhole(FlowReportJson.Write(flows, others, contactFlows ?? []));
            return;
        }

        foreach (var document in others)
        {
            new DiagnosticPrinter(lines).Print(document.Path, document.Text, document.Diagnostics);
        }

        foreach (var flow in flows)
        {
            new DiagnosticPrinter(lines).Print(flow.Document.File.Path, flow.Document.Text, flow.Document.Reading.Diagnostics);
            print(lines, flow);
        }

        foreach (var report in contactFlows ?? [])
        {
            report.Print(lines);
        }

        if (summary is not null)
        {
            lines.Write(summary);
        }
    }
}
