using Cxf.Flows.Model;

namespace Cxf.Flows.Compiling;

/// <summary>One published version of a flow.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Version">The version, from 1.</param>
public readonly record struct PinnedVersion(FlowId Flow, int Version);
