using Cxf.Flows.Model;

namespace Cxf.Functions.Stores;

/// <summary>What checking a draft found. It stands beside the draft, so that writing it is not a change of the draft.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Revision">The draft's revision that was checked.</param>
/// <param name="Diagnostics">The diagnostics as a JSON array; empty when nothing is wrong.</param>
public sealed record DraftCheck(FlowId Flow, int Revision, string Diagnostics);
