using Cxf.Local.Publishing;
using Cxf.Studio.Documents;

namespace Cxf.Studio.Runs;

/// <summary>Where the studio finds runs: one deployment, and recorded histories.</summary>
internal sealed class RunPlaces : IDisposable
{
    /// <summary>The places that the studio was started with.</summary>
    public RunPlaces(StageAddress? stage, IReadOnlyList<string> histories, FlowFolder folder, TimeProvider time)
    {
        Stage = new StageRuns(stage ?? StageAddress.OnThisMachine, stage is not null, time);
        Files = new HistoryFiles(histories, folder, time);
    }

    /// <summary>The deployment.</summary>
    public StageRuns Stage { get; }

    /// <summary>The recorded histories.</summary>
    public HistoryFiles Files { get; }

    /// <inheritdoc />
    public void Dispose() => Stage.Dispose();
}
