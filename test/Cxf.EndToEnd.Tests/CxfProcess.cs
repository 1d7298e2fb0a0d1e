using System.Diagnostics;
using System.Text;

namespace Cxf.EndToEnd.Tests;

/// <summary>The cxf command as its user starts it: a process of its own.</summary>
internal static class CxfProcess
{
    public static Task<(int ExitCode, string Output)> RunAsync(params IEnumerable<string> arguments) =>
        RunAsync(_ => { }, arguments);

    /// <param name="seen">Is told each line of the output as it comes.</param>
    /// <param name="arguments">The command line.</param>
    public static async Task<(int ExitCode, string Output)> RunAsync(Action<string> seen, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "cxf.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            output.Append(line).Append('\n');
            seen(line);
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output + await errors);
    }
}
