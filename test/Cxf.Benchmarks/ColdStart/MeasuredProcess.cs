using System.Diagnostics;

namespace Cxf.Benchmarks.ColdStart;

/// <summary>A function's process behind a Runtime API of its own, for one measurement.</summary>
internal sealed class MeasuredProcess : IDisposable
{
    private const int KeptLines = 20;

    private static readonly TimeSpan ExitLimit = TimeSpan.FromSeconds(5);

    private readonly RuntimeApiStub _api = new();
    private readonly Queue<string> _lastLines = new();
    private readonly Process _process;
    private readonly string _name;
    private readonly string _expected;

    /// <summary>Starts the program.</summary>
    /// <param name="program">What to start.</param>
    /// <param name="environment">Variables in place of the program's own.</param>
    /// <param name="launcher">What starts it in its place, such as <c>taskset -c 1</c>.</param>
    public MeasuredProcess(
        ColdStartProgram program,
        IReadOnlyDictionary<string, string>? environment = null,
        params IReadOnlyList<string> launcher
    )
    {
        (_name, _expected) = (program.Name, program.Expected);
        IReadOnlyList<string> command = [.. launcher, program.Path];
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = Path.GetDirectoryName(program.Path),

            // Read as Lambda reads them: a function whose log nobody takes would wait for a reader.
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (variable, value) in environment ?? program.Environment)
        {
            start.Environment[variable] = value;
        }

        start.Environment["AWS_LAMBDA_RUNTIME_API"] = _api.Endpoint;
        Started = Stopwatch.GetTimestamp();
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>When it was started, in Stopwatch ticks.</summary>
    public long Started { get; }

    /// <summary>The process's id; it stays the same behind launchers that replace themselves.</summary>
    public int Id => _process.Id;

    /// <summary>When it called the Runtime API.</summary>
    public RuntimeApiStub Api => _api;

    /// <summary>Hands it events until so many are answered; the times of the answers' arrival.</summary>
    /// <exception cref="InvalidOperationException">
    /// It did not answer; the message holds its exit code and its last lines.
    /// </exception>
    public IReadOnlyList<long> Serve(Func<string> newEvent, int events, Action? onFirst = null)
    {
        try
        {
            return _api.Serve(newEvent, _expected, events, onFirst ?? (static () => { }));
        }
        catch (Exception exception) when (exception is IOException or System.Net.Sockets.SocketException)
        {
            var state = _process.WaitForExit(ExitLimit) ? $"ended with exit code {_process.ExitCode}" : "still runs";
            lock (_lastLines)
            {
                throw new InvalidOperationException(
                    $"{_name} {state}, and has not answered: {exception.Message}\n{string.Join('\n', _lastLines)}",
                    exception
                );
            }
        }
    }

    /// <summary>The most memory it has held, as the kernel has counted it.</summary>
    public long PeakKilobytes() =>
        File.ReadLines($"/proc/{Id}/status")
            .First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            is [_, var kilobytes, ..]
            ? long.Parse(kilobytes)
            : 0;

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _api.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lastLines)
        {
            _lastLines.Enqueue(line);
            if (_lastLines.Count > KeptLines)
            {
                _lastLines.Dequeue();
            }
        }
    }
}
