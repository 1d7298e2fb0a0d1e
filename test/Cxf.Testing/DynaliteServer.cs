using System.Diagnostics;

namespace Cxf.Testing;

/// <summary>A DynamoDB server in a process of its own (npm dynalite), on loopback, with its data in memory.</summary>
public sealed class DynaliteServer : IAsyncDisposable
{
    private const string Script = """
        const server = require('dynalite')({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 })
        server.listen(0, '127.0.0.1', () => console.log(server.address().port))
        process.stdin.on('end', () => process.exit(0)).resume()
        """;

    private readonly Process _process;

    private DynaliteServer(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts a server. Skips (or fails, see <see cref="Requirement"/>) without Node.</summary>
    public static async Task<DynaliteServer> StartAsync()
    {
        var start = new ProcessStartInfo("node")
        {
            ArgumentList = { "-e", Script },
            WorkingDirectory = NpmTool.Require("dynalite"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        var port =
            await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("dynalite ended before it listened.");
        return new DynaliteServer(process, new Uri($"http://127.0.0.1:{port}"));
    }

    /// <summary>Stops the server: its input ends with the test process too, so it never outlives one that is killed.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
