namespace Cxf.ContactFlows;

/// <summary>What came of reading a contact flow.</summary>
/// <param name="Flow">The flow; null when a problem makes it impossible to simulate.</param>
/// <param name="Diagnostics">All problems in the document's order.</param>
public sealed record ContactFlowReading(ContactFlow? Flow, IReadOnlyList<ContactFlowDiagnostic> Diagnostics);
