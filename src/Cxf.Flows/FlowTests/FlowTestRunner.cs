using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.StatesLanguage.Mocks;

namespace Cxf.Flows.FlowTests;

/// <summary>
/// Runs the tests of a flow: the compiled machine, byte for byte as it is published, in the embedded engine, with canned answers
/// instead of calls and a clock of its own. Nothing leaves the process and no test waits.
/// </summary>
public static class FlowTestRunner
{
    /// <summary>Runs every test of a flow that was read without errors.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="compiled">What it was compiled to.</param>
    /// <param name="target">What it was compiled for.</param>
    /// <param name="cancellationToken">Gives up between two steps of time.</param>
    /// <returns>What came of each test, and which ways through the flow none of them took.</returns>
    public static FlowTestReport Run(FlowDefinition flow, CompiledFlow compiled, CompilationTarget target, CancellationToken cancellationToken = default)
    {
        var mocks = MockFile.Parse(new FlowTestMocks(flow, compiled, target).Compile());
        var coverage = new FlowCoverage(flow);
        var results = new List<FlowTestResult>();
        foreach (var test in flow.Tests)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var run = new FlowTestMachine(flow, compiled, target, mocks).Run(test, cancellationToken);
            coverage.Add(run.Trace);
            results.Add(new FlowTestResult(test, FlowTestDifferences.Of(compiled, test, run), run.Answer, run.Trace.Path, run.Duration, run.History));
        }

        return new FlowTestReport(results, coverage.Ways);
    }
}
