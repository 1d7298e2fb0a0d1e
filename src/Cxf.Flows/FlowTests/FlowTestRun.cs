using Cxf.StatesLanguage.History;

namespace Cxf.Flows.FlowTests;

/// <summary>One test's run, from the payload to the answer.</summary>
/// <param name="Answer">The answer as Connect gets it.</param>
/// <param name="Trace">The steps that were visited.</param>
/// <param name="MockedCalls">How often each mocked state was called, by its key.</param>
/// <param name="Duration">How long it took in virtual time.</param>
/// <param name="History">The execution's events.</param>
internal sealed record FlowTestRun(
    IReadOnlyDictionary<string, string> Answer,
    FlowTrace Trace,
    IReadOnlyDictionary<string, int> MockedCalls,
    TimeSpan Duration,
    IReadOnlyList<HistoryEvent> History
);
