using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Cxf.Testing;

namespace Cxf.AwsPackages.Tests.RuntimeSupport;

/// <summary>The sample function's executable as a process of its own, as Lambda would start it.</summary>
internal sealed class SampleProcess : IDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly ConcurrentQueue<string> errors = new();

    public SampleProcess(string? endpoint, string? handler, params (string Name, string Value)[] environment)
    {
        // Built with the tests, so in the same configuration.
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = ProjectRoot.Path("test", "Cxf.AwsPackages.Tests", "SampleFunction", "bin", configuration, "net10.0", "SampleFunction.dll");
        var start = new ProcessStartInfo("dotnet", [program]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("AWS_LAMBDA_RUNTIME_API");
        Set("AWS_LAMBDA_RUNTIME_API", endpoint);
        Set("ANNOTATIONS_HANDLER", handler);
        foreach (var (name, value) in environment)
        {
            Set(name, value);
        }

        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(output, line);
        process.ErrorDataReceived += (_, line) => Keep(errors, line);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        void Set(string name, string? value)
        {
            if (value is not null)
            {
                start.Environment[name] = value;
            }
        }
    }

    public string Errors => string.Join('\n', errors);

    /// <summary>Asks the process to end, as Lambda does before it takes the environment away.</summary>
    public async Task<int> TerminateAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM, and Lambda does not run there.");
        const int terminate = 15;
        Assert.True(Kill(process.Id, terminate) == 0 || process.HasExited);
        return await ExitAsync();
    }

    public async Task<int> ExitAsync()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60));
        return process.ExitCode;
    }

    /// <summary>All lines of standard output, once the process has ended.</summary>
    public async Task<IReadOnlyList<string>> OutputAsync()
    {
        await TerminateAsync();
        return [.. output];
    }

    // The call and not the program of this name: small images do not have it.
    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private static void Keep(ConcurrentQueue<string> lines, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
        {
            lines.Enqueue(text);
        }
    }
}
