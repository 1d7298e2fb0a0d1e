using System.Diagnostics;

namespace Cxf.Studio.Tests;

/// <summary>
/// A studio in a process of its own: the program that <c>CXF_STUDIO</c> names, as .ci/release has installed it, else the one that
/// was built with the tests.
/// </summary>
internal sealed class StudioProcess : IDisposable
{
    private readonly Process _process;

    private StudioProcess(Process process, Uri address, TimeSpan startTime) =>
        (_process, Address, StartTime) = (process, address, startTime);

    /// <summary>The program.</summary>
    public static string Program { get; } =
        Environment.GetEnvironmentVariable("CXF_STUDIO") is { Length: > 0 } path
            ? path
            : Path.ChangeExtension(typeof(StudioServer).Assembly.Location, null);

    /// <summary>The address that it printed.</summary>
    public Uri Address { get; }

    /// <summary>The time until it printed the address.</summary>
    public TimeSpan StartTime { get; }

    /// <summary>Starts it.</summary>
    /// <param name="currentFolder">The folder in which it is started.</param>
    /// <param name="arguments">What follows its name.</param>
    public static async Task<StudioProcess> StartAsync(string currentFolder, params IReadOnlyList<string> arguments)
    {
        var start = Stopwatch.GetTimestamp();
        var process = Process.Start(
            new ProcessStartInfo(Program, arguments)
            {
                WorkingDirectory = currentFolder,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("Open http", StringComparison.Ordinal))
            {
                return new StudioProcess(process, new Uri(line.Split(' ')[1]), Stopwatch.GetElapsedTime(start));
            }
        }

        process.Dispose();
        throw new InvalidOperationException("The studio did not start.");
    }

    /// <summary>Ends it as a machine does that loses its power.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
