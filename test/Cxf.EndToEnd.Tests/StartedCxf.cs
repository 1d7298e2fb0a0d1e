using System.Diagnostics;
using Cxf.Testing;

namespace Cxf.EndToEnd.Tests;

/// <summary><c>cxf start</c> as its user starts it, on free ports: a process that serves until it is interrupted.</summary>
internal sealed class StartedCxf : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly ProcessLog _log = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private StartedCxf(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public static async Task<StartedCxf> StartAsync(FewSamples samples, params IEnumerable<string> arguments)
    {
        var started = new StartedCxf(
            new Process
            {
                StartInfo = StartInfo([
                    "dotnet",
                    Path.Combine(AppContext.BaseDirectory, "cxf.dll"),
                    "start",
                    "--port",
                    "0",
                    "--template",
                    ProjectRoot.Path("template.yaml"),
                    "--config",
                    samples.Path,
                    .. arguments,
                ]),
                EnableRaisingEvents = true,
            }
        );
        var first = await Task.WhenAny(
            started._ready.Task,
            started._process.WaitForExitAsync(TestContext.Current.CancellationToken),
            Task.Delay(Patience)
        );
        Assert.True(first == started._ready.Task, started._log.ToString());
        return started;
    }

    /// <summary>The address that a line of the output gives, such as <c>Lambda</c>'s.</summary>
    public Uri Address(string of) =>
        new(_log.Lines.Single(line => line.StartsWith(of + "  ", StringComparison.Ordinal)).Split(' ')[^1]);

    /// <summary>Waits until a line is there.</summary>
    public Task SeeAsync(Predicate<string> line) => _log.SeeAsync(line);

    /// <summary>Ctrl+C; the exit code.</summary>
    public async Task<int> InterruptAsync()
    {
        Assert.True(UnixSignal.SendInterrupt(_process.Id));
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    // A shell starts background jobs with SIGINT ignored, processes inherit that, and .NET then does not hear Ctrl+C.
    private static ProcessStartInfo StartInfo(string[] command)
    {
        string[] whole = UnixSignal.IsInterruptIgnored ? ["env", "--default-signal=INT", .. command] : command;
        return new ProcessStartInfo(whole[0], whole[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        _log.Add(line);

        // The last line of the welcome.
        if (line.StartsWith("aws lambda invoke", StringComparison.Ordinal))
        {
            _ready.TrySetResult();
        }
    }
}
