namespace Cxf.ContactFlows;

/// <summary>What came of reading a contact flow.</summary>
/// <param name="Flow">The flow; null when there is an error among the diagnostics that leaves nothing to walk.</param>
/// <param name="Diagnostics">All problems in the document's order.</param>
public sealed record ContactFlowReading(ContactFlow? Flow, IReadOnlyList<ContactFlowDiagnostic> Diagnostics);
