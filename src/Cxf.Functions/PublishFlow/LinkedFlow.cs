using Cxf.Documents;
using Cxf.Flows.Compiling;
using Cxf.Flows.Costs;
using Cxf.Flows.FlowTests;
using Cxf.Flows.Model;
using Cxf.Flows.Reading;
using Cxf.Flows.Timing;

namespace Cxf.Functions.PublishFlow;

/// <summary>
/// A flow document that was read, with everything of the deployment and of other flows that it is compiled with.
/// </summary>
/// <param name="Source">The document.</param>
/// <param name="Reading">The reading of the document with the flows of <paramref name="Target"/>.</param>
/// <param name="Target">The target of the compilation, still without a version.</param>
public sealed record LinkedFlow(JsonSource Source, FlowReading Reading, CompilationTarget Target)
{
    private FlowCost? _cost;

    /// <summary>The flow; null when it has errors.</summary>
    public FlowDefinition? Flow => Reading.Flow;

    /// <summary>What was found in the document.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => Reading.Diagnostics;

    // The flow was clocked when it was read, unless it was read in another way than publishing does.
    private FlowTiming Timing => Reading.Timing ?? FlowTiming.Of(Flow!, Target.LiveFacts(), Target.PinnedFlows);

    /// <summary>Compiles the flow, which must have no errors, as one of its versions.</summary>
    public CompiledFlow Compile(int version) => FlowCompiler.Compile(Flow!, Target with { Version = version }, Timing);

    /// <summary>The longest duration of the flow, which must have no errors, and the cost of its runs.</summary>
    public FlowCost Cost() => _cost ??= FlowCost.Of(Timing, FlowPathCosts.Of(Flow!, Timing, Target.PinnedFlows));

    /// <summary>Runs the flow's own tests.</summary>
    /// <param name="compiled">The compiled flow.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public FlowTestReport Test(CompiledFlow compiled, CancellationToken cancellationToken) =>
        FlowTestRunner.Run(Flow!, compiled, Target, cancellationToken);
}
