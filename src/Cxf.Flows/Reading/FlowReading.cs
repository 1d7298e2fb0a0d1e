using Cxf.Documents;
using Cxf.Flows.Model;
using Cxf.Flows.Timing;

namespace Cxf.Flows.Reading;

/// <summary>What came of reading a flow document.</summary>
/// <param name="Flow">The flow, or null if it has errors.</param>
/// <param name="Diagnostics">Everything noticed, in the order of the text.</param>
public sealed record FlowReading(FlowDefinition? Flow, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>How long the flow can take with the flows that it was checked with; null where there is no flow.</summary>
    public FlowTiming? Timing { get; init; }
}
