using Cxf.Documents;
using Cxf.Flows.Catalogue;

namespace Cxf.Flows.Checks;

/// <summary>
/// One rule about a flow as a whole. What it finds has its code and severity; the places and the words are its own.
/// </summary>
internal abstract class FlowRule(string code, DiagnosticSeverity severity, string title, string reason)
{
    /// <summary>The rule's entry in the catalogue.</summary>
    public DiagnosticKind Kind { get; } = new(code, severity, title, reason);

    /// <summary>Reports every place that breaks the rule.</summary>
    public abstract void Check(CheckedFlow flow);

    protected void Report(CheckedFlow flow, string pointer, string message, string fix) =>
        flow.Document.Report(pointer, Kind.Code, message, fix, SeverityIn(flow));

    protected void ReportName(CheckedFlow flow, string pointer, string message, string fix) =>
        flow.Document.ReportName(pointer, Kind.Code, message, fix, SeverityIn(flow));

    protected void ReportInText(CheckedFlow flow, string pointer, int index, string message, string fix) =>
        flow.Document.ReportInText(pointer, index, Kind.Code, message, fix, SeverityIn(flow));

    private DiagnosticSeverity SeverityIn(CheckedFlow flow) =>
        Kind.Severity == DiagnosticSeverity.Error && flow.Context?.Allowed.Contains(Kind.Code) == true
            ? DiagnosticSeverity.Warning
            : Kind.Severity;
}
