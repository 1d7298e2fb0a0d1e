using Cxf.Local.FlowDocuments;
using Cxf.Local.Replays;
using Cxf.Local.Stores;

namespace Cxf.Studio.Runs;

/// <summary>A run that was made a test and run on a flow of the folder, as <c>cxf replay</c> does it.</summary>
public sealed class RunReplay
{
    private RunReplay(Replay result, FlowFile file) => (Result, File) = (result, file);

    /// <summary>What came of it.</summary>
    internal Replay Result { get; }

    /// <summary>The flow.</summary>
    internal FlowFile File { get; }

    /// <summary>Replays a run on the file of a flow; null with the reason where that is not possible.</summary>
    internal static async Task<(RunReplay? Replay, string Problem)> OfAsync(
        OpenedRun opened,
        StageRuns? stage,
        FlowFile file,
        CancellationToken cancellationToken
    )
    {
        if (opened.Run is { Status: "RUNNING" })
        {
            return (null, "The run has not ended. Try again when it has.");
        }

        var (history, problem) = RecordedHistory.Read(opened.History.Events, opened.Run is { IsExpress: true });
        if (history is null)
        {
            return (null, problem);
        }

        var on = await ReadAsync(file, (await DocumentFile.ReadAsync(file.Path, cancellationToken)).Text, cancellationToken);
        if (on.Problem is { } errors)
        {
            return (null, errors);
        }

        var (ran, note) =
            stage is not null && opened.Run is { Version: { } version } run
                ? await RanVersion.FindAsync(stage.Services, run.Tenant, run.Flow, version, on, cancellationToken)
                : (null, null);
        var replay = Replay.Of(history, ran, on, [], cancellationToken);
        return (new RunReplay(note is null ? replay : replay with { Notes = [note, .. replay.Notes] }, file), "");
    }

    /// <summary>Adds the test to the file of the flow; why that is not possible, or null.</summary>
    internal async Task<string?> SaveAsync(CancellationToken cancellationToken)
    {
        var (changed, problem) = await Result.WithTestAsync(
            null,
            text => ReadAsync(File, text, cancellationToken),
            cancellationToken
        );
        if (changed is null)
        {
            return $"Nothing was saved. {problem}";
        }

        if ((await DocumentFile.ReadAsync(File.Path, cancellationToken)).Text != Result.On.Text)
        {
            return "Nothing was saved: the file has changed meanwhile. Replay the run again.";
        }

        await JsonFiles.WriteAsync(File.Path, changed, cancellationToken);
        return null;
    }

    // People know the flow by its name, and not by its path.
    private static async Task<ReplayedFlow> ReadAsync(FlowFile file, string text, CancellationToken cancellationToken) =>
        await ReplayedFlow.OfAsync(file, text, cancellationToken) with
        {
            Name = $"{file.Tenant}/{Path.GetFileNameWithoutExtension(file.Path)}",
        };
}
