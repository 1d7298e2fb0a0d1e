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

    /// <summary>Opens a run; null with a sentence if the address leads to no run.</summary>
    /// <exception cref="StageUnavailableException">The deployment does not answer.</exception>
    public async Task<(OpenedRun? Run, string? Problem)> OpenAsync(RunAddress address, CancellationToken cancellationToken)
    {
        var (source, id, startedAt) = address;
        if (source == HistoryFiles.Id)
        {
            return await Files.OpenAsync(id, cancellationToken);
        }

        if (source != Stage.Id)
        {
            return (null, $"The studio was not started with the stage {source}.");
        }

        return await Stage.OpenAsync(id, startedAt, cancellationToken) is { } run
            ? (run, null)
            : (null, $"There is no run {id} in stage {source}.");
    }

    /// <inheritdoc />
    public void Dispose() => Stage.Dispose();
}
