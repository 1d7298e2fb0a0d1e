using Cxf.Flows.Model;

namespace Cxf.Functions.Stores;

/// <summary>A published version of a flow.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Version">The version, from 1.</param>
/// <param name="Document">The flow document it was compiled from.</param>
/// <param name="ContentHash">The hash of the document and of the compiler, by which an equal publish is recognised.</param>
public sealed record FlowVersion(FlowId Flow, int Version, string Document, string ContentHash);
