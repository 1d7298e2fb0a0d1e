using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Cxf.Testing;

namespace Cxf.EndToEnd.Tests;

/// <summary><c>cxf start</c> as its user starts it, on free ports: a process that serves until it is interrupted.</summary>
internal sealed class StartedCxf : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly ConcurrentQueue<string> _lines = new();
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

    /// <summary>All lines so far.</summary>
    public string Output => string.Join('\n', _lines);

    public static async Task<StartedCxf> StartAsync(params IEnumerable<string> arguments)
    {
        var started = new StartedCxf(
            new Process
            {
                StartInfo = new ProcessStartInfo(
                    "dotnet",
                    [Path.Combine(AppContext.BaseDirectory, "cxf.dll"), "start", "--port", "0", .. arguments]
                )
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                },
                EnableRaisingEvents = true,
            }
        );
        var first = await Task.WhenAny(
            started._ready.Task,
            started._process.WaitForExitAsync(TestContext.Current.CancellationToken),
            Task.Delay(Patience)
        );
        Assert.True(first == started._ready.Task, started.Output);
        return started;
    }

    /// <summary>The address that a line of the output gives, such as <c>Lambda</c>'s.</summary>
    public Uri Address(string of) =>
        new(_lines.Single(line => line.StartsWith(of + "  ", StringComparison.Ordinal)).Split(' ')[^1]);

    /// <summary>Waits until a line is there: the log arrives behind the answers.</summary>
    public async Task SeeAsync(Predicate<string> line, [CallerArgumentExpression(nameof(line))] string of = "")
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!_lines.Any(one => line(one)))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, $"The line does not come ({of}):\n{Output}");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

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

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        _lines.Enqueue(line);

        // The last line of the welcome.
        if (line.StartsWith("aws lambda invoke", StringComparison.Ordinal))
        {
            _ready.TrySetResult();
        }
    }
}
