using Cxf.Documents;

namespace Cxf.ContactFlows.Reading;

/// <summary>The problems found so far. Readers and checks add to it and go on.</summary>
internal sealed class ContactFlowProblems(JsonSource source)
{
    private readonly List<ContactFlowDiagnostic> _found = [];

    /// <summary>Whether a problem makes the flow impossible to simulate.</summary>
    public bool HasFatal { get; private set; }

    /// <summary>All problems in the order of the document.</summary>
    public IReadOnlyList<ContactFlowDiagnostic> InOrder =>
        [.. _found.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column).ThenBy(problem => problem.Code)];

    /// <summary>An error without whose mending there is no telling where a call would go.</summary>
    public void Fatal(string code, string? action, string pointer, string message, string fix)
    {
        HasFatal = true;
        Error(code, action, pointer, message, fix);
    }

    public void Error(string code, string? action, string pointer, string message, string fix) =>
        Add(code, DiagnosticSeverity.Error, action, pointer, message, fix);

    public void Warning(string code, string? action, string pointer, string message, string fix) =>
        Add(code, DiagnosticSeverity.Warning, action, pointer, message, fix);

    private void Add(string code, DiagnosticSeverity severity, string? action, string pointer, string message, string fix) =>
        _found.Add(new ContactFlowDiagnostic(code, severity, action, pointer, source.PositionOf(pointer), message, fix));
}
