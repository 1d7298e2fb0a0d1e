using Cxf.Flows.Model;

namespace Cxf.Functions.PublishFlow;

/// <summary>A flow that a step of a document runs.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Version">The version that is compiled in; null for whichever is live.</param>
/// <param name="Pointer">The step in the document.</param>
public sealed record CalledFlow(FlowId Flow, int? Version, string Pointer);
