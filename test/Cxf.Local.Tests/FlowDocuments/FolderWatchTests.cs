using System.Threading.Channels;
using Cxf.Local.FlowDocuments;

namespace Cxf.Local.Tests.FlowDocuments;

/// <summary>A folder that is watched.</summary>
public sealed class FolderWatchTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cxf-watch-");
    private readonly Channel<string> _seen = Channel.CreateUnbounded<string>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Flows => Path.Combine(_folder.FullName, "tenants", "acme", "flows");

    private string Flow => Path.Combine(Flows, "greet.json");

    [Fact]
    public async Task Every_save_is_seen_however_the_editor_saves()
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var watching = WatchAsync(_folder.FullName, end.Token);
        Assert.Equal("", await _seen.Reader.ReadAsync(Cancel));

        await File.WriteAllTextAsync(Flow, "one", Cancel);
        await SeesAsync("one");
        await File.WriteAllTextAsync(Flow + ".new.json", "two", Cancel);
        File.Move(Flow + ".new.json", Flow, overwrite: true);
        await SeesAsync("two");
        File.Delete(Flow);
        await SeesAsync("");
        await end.CancelAsync();
        await watching;
    }

    [Fact]
    public async Task For_one_flow_the_connections_of_its_tenant_are_watched_too()
    {
        await File.WriteAllTextAsync(Flow, "flow", Cancel);
        var connections = Path.Combine(Path.GetDirectoryName(Flows)!, "connections");
        Directory.CreateDirectory(connections);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var watching = WatchAsync(Flow, end.Token);
        await _seen.Reader.ReadAsync(Cancel);
        await File.WriteAllTextAsync(Path.Combine(connections, "crm.json"), "{}", Cancel);
        await _seen.Reader.ReadAsync(Cancel);
        await end.CancelAsync();
        await watching;
    }

    public FolderWatchTests() => Directory.CreateDirectory(Flows);

    public void Dispose() => _folder.Delete(recursive: true);

    private Task WatchAsync(string path, CancellationToken cancellationToken) =>
        FolderWatch.RunAsync(
            path,
            async () => await _seen.Writer.WriteAsync(File.Exists(Flow) ? await File.ReadAllTextAsync(Flow, Cancel) : "", Cancel),
            TimeProvider.System,
            cancellationToken
        );

    // A save may be seen in several steps; what counts is that its end is seen.
    private async Task SeesAsync(string text)
    {
        while (await _seen.Reader.ReadAsync(Cancel) != text) { }
    }
}
