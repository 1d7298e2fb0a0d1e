using Cxf.StatesLanguage.History;

namespace Cxf.Flows.FlowTests;

/// <summary>What came of one test.</summary>
/// <param name="Test">The test.</param>
/// <param name="Differences">Where the run differs from what the test expects; empty when it passed.</param>
/// <param name="Answer">The answer as Connect would get it.</param>
/// <param name="Path">The labels of the steps visited, in the order in which they began.</param>
/// <param name="Duration">
/// How long the run took, in the test's own time: waits, back-offs and time-outs, but no computing.
/// </param>
/// <param name="History">The execution's events, as the AWS console shows them; empty when the request was rejected.</param>
public sealed record FlowTestResult(
    FlowTest Test,
    IReadOnlyList<FlowTestDifference> Differences,
    IReadOnlyDictionary<string, string> Answer,
    IReadOnlyList<string> Path,
    TimeSpan Duration,
    IReadOnlyList<HistoryEvent> History
)
{
    /// <summary>Whether everything was as expected.</summary>
    public bool Passed => Differences.Count == 0;
}
