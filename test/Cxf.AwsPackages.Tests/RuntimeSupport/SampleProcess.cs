using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Cxf.Testing;

namespace Cxf.AwsPackages.Tests.RuntimeSupport;

/// <summary>The sample function's executable as a process of its own, as Lambda would start it.</summary>
internal sealed class SampleProcess : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();

    public SampleProcess(string? endpoint, string? handler, params (string Name, string Value)[] environment)
    {
        // Built with the tests, so in the same configuration.
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = ProjectRoot.Path(
            "test",
            "Cxf.AwsPackages.Tests",
            "SampleFunction",
            "bin",
            configuration,
            "net10.0",
            "SampleFunction.dll"
        );
        var start = new ProcessStartInfo("dotnet", [program]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("AWS_LAMBDA_RUNTIME_API");
        Set("AWS_LAMBDA_RUNTIME_API", endpoint);
        Set("ANNOTATIONS_HANDLER", handler);
        foreach (var (name, value) in environment)
        {
            Set(name, value);
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(_output, line);
        _process.ErrorDataReceived += (_, line) => Keep(_errors, line);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        void Set(string name, string? value)
        {
            if (value is not null)
            {
                start.Environment[name] = value;
            }
        }
    }

    public string Errors => string.Join('\n', _errors);

    /// <summary>Asks the process to end, as Lambda does before it takes the environment away.</summary>
    public async Task<int> TerminateAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM, and Lambda does not run there.");
        const int terminate = 15;
        Assert.True(Kill(_process.Id, terminate) == 0 || _process.HasExited);
        return await ExitAsync();
    }

    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(10));
        return _process.ExitCode;
    }

    /// <summary>All lines of standard output, once the process has ended.</summary>
    public async Task<IReadOnlyList<string>> OutputAsync()
    {
        await TerminateAsync();
        return [.. _output];
    }

    // The call and not the program of this name: small images do not have it.
    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static void Keep(ConcurrentQueue<string> lines, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
        {
            lines.Enqueue(text);
        }
    }
}
