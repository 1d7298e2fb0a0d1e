using Cxf.Flows.Runs;
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
    /// <summary>Where and why the run failed; null if it did not. Default: null.</summary>
    public StepFailure? Failure { get; init; }

    /// <summary>Whether everything was as expected.</summary>
    public bool Passed => Differences.Count == 0;
}

/// <summary>One way in which a run differs from what its test expects.</summary>
/// <param name="What">
/// What differs: <c>status</c>, <c>message</c>, <c>outputs.leadId</c>, <c>path</c>, <c>requests.rest_api_1[0].body.phone</c>,
/// <c>answers.rest_api_1</c> …
/// </param>
/// <param name="Expected">What the test says.</param>
/// <param name="Actual">What happened.</param>
/// <param name="Pointer">Where the test says it (RFC 6901); what it does not say is placed at what holds it.</param>
public sealed record FlowTestDifference(string What, string Expected, string Actual, string Pointer)
{
    /// <inheritdoc />
    public override string ToString() => $"{What}: expected {Shown(Expected)}, but it is {Shown(Actual)}";

    // Where a text of an answer begins and ends must be visible: the difference may be a full stop.
    private string Shown(string value) =>
        (What == "message" || What.StartsWith("outputs.", StringComparison.Ordinal))
        && value is not (FlowAnswer.None or FlowTestDifferences.Nothing)
            ? $"\"{value}\""
            : value;
}
