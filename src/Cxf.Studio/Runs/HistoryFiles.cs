using Cxf.Local.FlowDocuments;
using Cxf.Local.Output;
using Cxf.Local.Runs;
using Cxf.Studio.Documents;

namespace Cxf.Studio.Runs;

/// <summary>
/// Recorded histories: the files that were named when the studio was started, and those in the folder <c>histories</c> of the
/// deployment folder. Nothing else on the machine can be opened.
/// </summary>
/// <param name="named">The files that were named.</param>
/// <param name="folder">The deployment folder.</param>
/// <param name="time">The clock.</param>
internal sealed class HistoryFiles(IReadOnlyList<string> named, FlowFolder folder, TimeProvider time)
{
    /// <summary>The part of addresses that names this source.</summary>
    public const string Id = "files";

    /// <summary>The folder in the deployment folder.</summary>
    public string Folder => Path.Combine(folder.Path, "histories");

    /// <summary>The files by the names that addresses have.</summary>
    public IReadOnlyDictionary<string, string> List()
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (Directory.Exists(Folder))
        {
            foreach (var file in Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories))
            {
                files[Path.GetRelativePath(Folder, file).Replace('\\', '/')] = file;
            }
        }

        foreach (var file in named)
        {
            files[Path.GetFileName(file)] = Path.GetFullPath(file);
        }

        return files;
    }

    /// <summary>Opens a history; null with a sentence if no file has this name.</summary>
    public async Task<(OpenedRun? Run, string? Problem)> OpenAsync(string name, CancellationToken cancellationToken)
    {
        if (!List().TryGetValue(name, out var file))
        {
            return (null, $"There is no file {name} in {Folder}, and none of this name was given with --history.");
        }

        if (HistoryReader.Read(await File.ReadAllTextAsync(file, cancellationToken)) is not { } events)
        {
            return (null, Cxf.Local.Commands.HistoryCommand.NoHistory(file));
        }

        var history = RunHistory.Of(events);
        var document = await DocumentOfAsync(history, cancellationToken);
        return (
            new OpenedRun(null, history, document?.Reading.Flow?.Input.SensitiveNames() ?? [], time.GetUtcNow())
            {
                Document = document,
            },
            null
        );
    }

    private async Task<FlowDocument?> DocumentOfAsync(RunHistory history, CancellationToken cancellationToken)
    {
        var best = (Document: (FlowDocument?)null, Score: 0.0);
        foreach (var file in folder.Flows())
        {
            var document = await FlowDocument.ReadAsync(file, cancellationToken);
            if (HistoryMatch.Score(document, history) is var score && score > best.Score)
            {
                best = (document, score);
            }
        }

        return best.Document;
    }
}
