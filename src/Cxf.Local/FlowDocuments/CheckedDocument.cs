using Cxf.Documents;

namespace Cxf.Local.FlowDocuments;

/// <summary>A document of a configuration folder that was checked.</summary>
/// <param name="Path">Its path within the folder.</param>
/// <param name="Text">Its text.</param>
/// <param name="Diagnostics">Its diagnostics.</param>
internal sealed record CheckedDocument(string Path, string Text, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether it cannot be used.</summary>
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
