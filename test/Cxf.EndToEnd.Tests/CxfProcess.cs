using System.Diagnostics;
using System.Text;
using Cxf.Local.Commands;
using Cxf.Local.Output;

namespace Cxf.EndToEnd.Tests;

/// <summary>
/// The cxf command. <c>CXF_COMMAND</c> names the executable to start, as .ci/run does with the released one. By default the
/// command runs in this process with its own console, because every process of the just-in-time compiler costs seconds.
/// </summary>
internal static class CxfProcess
{
    private static readonly string? Executable = Environment.GetEnvironmentVariable("CXF_COMMAND") is { Length: > 0 } path
        ? path
        : null;

    public static Task<(int ExitCode, string Output)> RunAsync(params IEnumerable<string> arguments) =>
        RunAsync(_ => { }, arguments);

    /// <param name="seen">Gets each line of the output when it is written.</param>
    /// <param name="arguments">The command line.</param>
    public static Task<(int ExitCode, string Output)> RunAsync(Action<string> seen, IEnumerable<string> arguments) =>
        Executable is null ? RunHereAsync(seen, [.. arguments]) : StartAsync(new ProcessStartInfo(Executable, arguments), seen);

    /// <summary>
    /// The command as a process of its own in any case, for what belongs to a process: its streams and its exit code.
    /// </summary>
    public static Task<(int ExitCode, string Output)> StartAsync(params IEnumerable<string> arguments) =>
        StartAsync(
            Executable is null
                ? new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "cxf.dll"), .. arguments])
                : new ProcessStartInfo(Executable, arguments),
            _ => { }
        );

    private static async Task<(int ExitCode, string Output)> RunHereAsync(Action<string> seen, IReadOnlyList<string> arguments)
    {
        await using var output = new LineWriter(seen);
        await using var errors = new StringWriter();
        var code = await CxfCommand.RunAsync(
            CxfCommand.Create(CallConsole.Create(output)),
            arguments,
            new() { Output = output, Error = errors }
        );
        return (code, output.ToString() + errors);
    }

    private static async Task<(int ExitCode, string Output)> StartAsync(ProcessStartInfo start, Action<string> seen)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
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

    private sealed class LineWriter(Action<string> seen) : StringWriter
    {
        private int _told;

        public override void Write(char value)
        {
            base.Write(value);
            if (value == '\n')
            {
                Tell();
            }
        }

        public override void Write(char[] buffer, int index, int count)
        {
            base.Write(buffer, index, count);
            Tell();
        }

        public override void Write(string? value)
        {
            base.Write(value);
            Tell();
        }

        private void Tell()
        {
            var text = GetStringBuilder().ToString(_told, GetStringBuilder().Length - _told);
            var end = text.LastIndexOf('\n');
            if (end < 0)
            {
                return;
            }

            _told += end + 1;
            foreach (var line in text[..end].Split('\n'))
            {
                seen(line.TrimEnd('\r'));
            }
        }
    }
}
