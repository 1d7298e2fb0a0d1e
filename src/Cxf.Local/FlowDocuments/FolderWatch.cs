using System.Threading.Channels;

namespace Cxf.Local.FlowDocuments;

/// <summary>Does something again whenever a JSON document of a folder changes, until it is cancelled.</summary>
internal static class FolderWatch
{
    /// <summary>
    /// How long to wait for the rest of a save: an editor empties, writes and renames files, and may save several at once.
    /// </summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs the action at once and after every change.</summary>
    /// <param name="path">The folder, or a document, whose whole tenant counts.</param>
    /// <param name="action">What to do.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task RunAsync(string path, Func<Task> action, TimeProvider time, CancellationToken cancellationToken)
    {
        // One pending change is enough: the action reads everything.
        var changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var watcher = new FileSystemWatcher(FolderOf(path), "*.json") { IncludeSubdirectories = true };
        watcher.Changed += (_, _) => changes.Writer.TryWrite(true);
        watcher.Created += (_, _) => changes.Writer.TryWrite(true);
        watcher.Deleted += (_, _) => changes.Writer.TryWrite(true);
        watcher.Renamed += (_, _) => changes.Writer.TryWrite(true);

        // Too many changes at once: some are not named, but there were some.
        watcher.Error += (_, _) => changes.Writer.TryWrite(true);
        watcher.EnableRaisingEvents = true;
        try
        {
            while (true)
            {
                await action();
                await changes.Reader.ReadAsync(cancellationToken);
                await Task.Delay(Settling, time, cancellationToken);
                while (changes.Reader.TryRead(out _)) { }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested) { }
    }

    private static string FolderOf(string path) =>
        Directory.Exists(path)
            ? path
            : FlowFile.Find(new FileInfo(path))[0].TenantFolder ?? Path.GetDirectoryName(Path.GetFullPath(path))!;
}
