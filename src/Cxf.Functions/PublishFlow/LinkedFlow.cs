using Cxf.Documents;
using Cxf.Flows.Bill;
using Cxf.Flows.Clock;
using Cxf.Flows.Compiling;
using Cxf.Flows.FlowTests;
using Cxf.Flows.Model;

namespace Cxf.Functions.PublishFlow;

/// <summary>A flow document that was read, with everything of the deployment and of other flows that it is compiled with.</summary>
/// <param name="Source">The document.</param>
/// <param name="Flow">The flow; null when it has errors.</param>
/// <param name="Diagnostics">The diagnostics of the document.</param>
/// <param name="Target">The target of the compilation, still without a version.</param>
public sealed record LinkedFlow(
    JsonSource Source,
    FlowDefinition? Flow,
    IReadOnlyList<Diagnostic> Diagnostics,
    CompilationTarget Target
)
{
    /// <summary>Compiles the flow, which must have no errors, as one of its versions.</summary>
    public CompiledFlow Compile(int version) => FlowCompiler.Compile(Flow!, Target with { Version = version });

    /// <summary>The longest duration of the flow, which must have no errors, and the cost of its runs.</summary>
    public FlowCost Cost()
    {
        var live = Target.LiveFlows.ToDictionary(child => child.Key, child => child.Value.Facts);
        var clock = FlowClock.Of(Flow!, live, Target.PinnedFlows);
        return FlowCost.Of(clock, FlowBill.Of(Flow!, clock, Target.PinnedFlows));
    }

    /// <summary>Runs the flow's own tests.</summary>
    /// <param name="compiled">The compiled flow.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public FlowTestReport Test(CompiledFlow compiled, CancellationToken cancellationToken) =>
        FlowTestRunner.Run(Flow!, compiled, Target, cancellationToken);
}
