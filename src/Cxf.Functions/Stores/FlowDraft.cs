using Cxf.Flows.Model;

namespace Cxf.Functions.Stores;

/// <summary>A flow as its author last saved it.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Document">The flow document's text.</param>
/// <param name="Revision">How often it was saved, from 1.</param>
public sealed record FlowDraft(FlowId Flow, string Document, int Revision);
