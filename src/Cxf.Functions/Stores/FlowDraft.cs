using Cxf.Flows.Model;

namespace Cxf.Functions.Stores;

/// <summary>A flow as its author last saved it.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Document">The flow document's text.</param>
/// <param name="Revision">How often it was saved, from 1.</param>
public sealed record FlowDraft(FlowId Flow, string Document, int Revision);

/// <summary>The result of checking a draft. It is stored in its own item, so that writing it does not change the draft.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Revision">The draft's revision that was checked.</param>
/// <param name="Diagnostics">The diagnostics as a JSON array; empty if there are no problems.</param>
public sealed record DraftCheck(FlowId Flow, int Revision, string Diagnostics);
