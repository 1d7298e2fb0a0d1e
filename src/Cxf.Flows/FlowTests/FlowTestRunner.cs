using Cxf.Flows.Checks;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.Flows.Runs;
using Cxf.Jsonata;

namespace Cxf.Flows.FlowTests;

/// <summary>
/// Runs the tests of a flow: the compiled machine, byte for byte as it is published, in the embedded engine, with stubbed answers
/// instead of calls and a clock of its own. Nothing leaves the process and no test waits.
/// </summary>
public static class FlowTestRunner
{
    /// <summary>Runs every test of a flow that was read without errors, within the budget of one document.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="compiled">What it was compiled to.</param>
    /// <param name="target">What it was compiled for.</param>
    /// <param name="cancellationToken">Gives up between two steps of time.</param>
    public static FlowTestReport Run(
        FlowDefinition flow,
        CompiledFlow compiled,
        CompilationTarget target,
        CancellationToken cancellationToken = default
    ) => Run(flow, compiled, target, FlowBudget.ForTests(TimeProvider.System), cancellationToken);

    /// <summary>Runs every test of a flow that was read without errors.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="compiled">What it was compiled to.</param>
    /// <param name="target">What it was compiled for.</param>
    /// <param name="budget">What the tests together may use.</param>
    /// <param name="cancellationToken">Gives up between two steps of time.</param>
    /// <returns>What came of each test, and which ways through the flow none of them took.</returns>
    public static FlowTestReport Run(
        FlowDefinition flow,
        CompiledFlow compiled,
        CompilationTarget target,
        WorkBudget budget,
        CancellationToken cancellationToken = default
    )
    {
        var coverage = new FlowCoverage(flow);
        var machine = new FlowTestMachine(flow, compiled, target, budget);
        var results = new List<FlowTestResult>();
        foreach (var test in flow.Tests)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var run = machine.Run(test, cancellationToken);
            if (budget.Exceeded is { } limit)
            {
                var (message, fix) = FlowBudget.TestsEnded(limit, test.Name);
                var ended = new FlowTestDifference(
                    "budget",
                    $"no more than one document may take ({FlowCodes.BudgetExceeded})",
                    $"{message} {fix}",
                    test.Pointer
                );
                results.Add(new FlowTestResult(test, [ended], run.Answer, [], run.Duration, []));
                return new FlowTestReport(results, coverage.Ways) { Exceeded = limit };
            }

            coverage.Add(run.Trace);
            results.Add(ResultOf(compiled, test, run));
        }

        return new FlowTestReport(results, coverage.Ways);
    }

    /// <summary>Runs one test, which need not be one of the flow's own.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="compiled">What it was compiled to.</param>
    /// <param name="target">What it was compiled for.</param>
    /// <param name="test">The test.</param>
    /// <param name="cancellationToken">Gives up between two steps of time.</param>
    public static FlowTestResult Run(
        FlowDefinition flow,
        CompiledFlow compiled,
        CompilationTarget target,
        FlowTest test,
        CancellationToken cancellationToken = default
    )
    {
        var machine = new FlowTestMachine(flow, compiled, target, FlowBudget.ForTests(TimeProvider.System));
        return ResultOf(compiled, test, machine.Run(test, cancellationToken));
    }

    private static FlowTestResult ResultOf(CompiledFlow compiled, FlowTest test, FlowTestRun run) =>
        new(test, FlowTestDifferences.Of(compiled, test, run), run.Answer, run.Trace.Path, run.Duration, run.History)
        {
            Failure = run.Answer["status"] == AnswerStatus.Failed ? StepFailure.Of(compiled, run.History) : null,
        };
}
