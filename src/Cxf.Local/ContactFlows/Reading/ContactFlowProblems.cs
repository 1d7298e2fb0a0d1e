namespace Cxf.Local.ContactFlows.Reading;

/// <summary>The problems found so far. Readers and checks add to it and go on.</summary>
internal sealed class ContactFlowProblems(JsonPlaces places)
{
    private readonly List<ContactFlowDiagnostic> found = [];

    public bool HasErrors => found.Exists(problem => problem.Severity == ContactFlowSeverity.Error);

    /// <summary>All problems by their place in the document.</summary>
    public IReadOnlyList<ContactFlowDiagnostic> InOrder =>
        [.. found.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column).ThenBy(problem => problem.Code)];

    public void Error(string code, string? action, string pointer, string message, string fix) =>
        Add(code, ContactFlowSeverity.Error, action, pointer, message, fix);

    public void Warning(string code, string? action, string pointer, string message, string fix) =>
        Add(code, ContactFlowSeverity.Warning, action, pointer, message, fix);

    private void Add(string code, ContactFlowSeverity severity, string? action, string pointer, string message, string fix)
    {
        var (line, column) = places.Of(pointer);
        found.Add(new ContactFlowDiagnostic(code, severity, action, pointer, line, column, message, fix));
    }
}
