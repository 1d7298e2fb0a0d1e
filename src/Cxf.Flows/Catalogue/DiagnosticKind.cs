using Cxf.Documents;

namespace Cxf.Flows.Catalogue;

/// <summary>One kind of problem that a flow document can have: an entry of the catalogue.</summary>
/// <param name="Code">Its code, for ever.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Title">What it is, as a sentence.</param>
/// <param name="Reason">Why it is one: what would happen otherwise, as a sentence or two.</param>
public sealed record DiagnosticKind(string Code, DiagnosticSeverity Severity, string Title, string Reason);
