using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;
using Cxf.Local.Replays;
using Cxf.Local.Runs;
using Cxf.StatesLanguage.History;

namespace Cxf.Studio.Trials;

/// <summary>
/// Makes a test of a run, as <c>cxf replay --save</c> does: without personal data, and expecting what the flow does.
/// </summary>
internal static class TestOfRun
{
    /// <summary>The text of a flow with a test of a run of it; null with the reason why there is none.</summary>
    public static async Task<(string? Text, string Problem)> AddAsync(
        ExecutionReport run,
        FlowDocument document,
        CancellationToken cancellationToken
    )
    {
        var (history, problem) = RecordedHistory.Read(HistoryReader.Read(HistoryEventJson.Write(run.History)) ?? []);
        if (history is null)
        {
            return (null, problem);
        }

        var flow = await Read(document.Text);
        return flow.Reading.Flow is null
            ? (null, "The text has errors. Correct them first.")
            : await Replay.Of(history, flow, flow, [], cancellationToken).WithTestAsync(null, Read, cancellationToken);

        Task<ReplayedFlow> Read(string text) => ReplayedFlow.OfAsync(document.File, text, cancellationToken);
    }
}
