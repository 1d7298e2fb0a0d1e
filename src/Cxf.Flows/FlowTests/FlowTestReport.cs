using Cxf.Documents;
using Cxf.Flows.Checks;
using Cxf.Jsonata;

namespace Cxf.Flows.FlowTests;

/// <summary>What came of a flow's tests.</summary>
/// <param name="Results">Each test's result, in the order of the document.</param>
/// <param name="Ways">Every way through the flow, with how often the tests took it.</param>
public sealed record FlowTestReport(IReadOnlyList<FlowTestResult> Results, IReadOnlyList<FlowWay> Ways)
{
    /// <summary>Whether no test failed; true also for a flow without tests.</summary>
    public bool Passed => Results.All(result => result.Passed);

    /// <summary>
    /// What the tests exceeded of their budget; the last of the results is that of the test that did. Default: null, nothing.
    /// </summary>
    public WorkLimit? Exceeded { get; init; }

    /// <summary>The ways that no test took.</summary>
    public IEnumerable<FlowWay> UntakenWays => Ways.Where(way => way.Taken == 0);

    /// <summary>The tests that failed as diagnostics of the document, for whoever refuses a flow because of them.</summary>
    /// <param name="source">The document, which knows the places.</param>
    public IReadOnlyList<Diagnostic> ToDiagnostics(JsonSource source) =>
        [.. Results.Where(result => !result.Passed).Select(result => ToDiagnostic(result, source))];

    private Diagnostic ToDiagnostic(FlowTestResult result, JsonSource source) =>
        Exceeded is { } limit && result == Results[^1]
            ? PublishingProblems.Of(
                FlowBudget.Kind,
                source,
                result.Test.Pointer,
                FlowBudget.TestsEnded(limit, result.Test.Name).Message,
                FlowBudget.TestsEnded(limit, result.Test.Name).Fix
            )
            : PublishingProblems.Of(
                PublishingProblems.TestFailed,
                source,
                result.Test.Pointer,
                $"The test \"{result.Test.Name}\" fails: {string.Join("; ", result.Differences)}."
                    + (result.Failure is { } failure ? $" The run failed at the step {failure}" : ""),
                "Correct the flow, or the test if the flow is right."
            );
}
