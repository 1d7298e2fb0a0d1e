using Cxf.Documents;

namespace Cxf.Local.FlowDocuments;

/// <summary>What a command on flows works on.</summary>
/// <param name="Flows">The flows.</param>
/// <param name="Others">The other documents of their folder that have problems.</param>
internal sealed record FolderReading(IReadOnlyList<FlowDocument> Flows, IReadOnlyList<CheckedDocument> Others)
{
    /// <summary>The contact flows of the folder, with their test cases.</summary>
    public IReadOnlyList<ContactFlowDocument> ContactFlows { get; init; } = [];

    /// <summary>The kind of the one document that was named, if it is of another kind than these; null otherwise.</summary>
    public DocumentKind? Named { get; init; }

    /// <summary>Whether there is anything to check.</summary>
    public bool IsEmpty => Flows.Count == 0 && Others.Count == 0 && ContactFlows.Count == 0 && Named is null;

    /// <summary>Whether a document cannot be used.</summary>
    public bool HasErrors => Flows.Any(flow => flow.HasErrors) || Others.Any(document => document.HasErrors);

    /// <summary>The diagnostics of all documents.</summary>
    public IEnumerable<Diagnostic> Diagnostics =>
        Flows.SelectMany(flow => flow.Reading.Diagnostics).Concat(Others.SelectMany(document => document.Diagnostics));
}
