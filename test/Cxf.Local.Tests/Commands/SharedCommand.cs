using System.CommandLine;
using System.Text;
using Cxf.Local.Commands;
using Spectre.Console;

namespace Cxf.Local.Tests.Commands;

/// <summary>
/// One <c>cxf</c> for all tests of the process, each of which reads its own output. An option knows all commands that were ever
/// made with it, so that thousands of commands would make each other slower and stay in memory.
/// </summary>
internal static class SharedCommand
{
    private static readonly CurrentWriter Current = new();

    /// <summary>The command, to parse with.</summary>
    public static RootCommand Root { get; } =
        CxfCommand.Create(
            AnsiConsole.Create(
                new AnsiConsoleSettings
                {
                    Ansi = AnsiSupport.No,
                    ColorSystem = ColorSystemSupport.NoColors,
                    Interactive = InteractionSupport.No,
                    Out = new AnsiConsoleOutput(Current),
                }
            )
        );

    /// <summary>Runs the command.</summary>
    /// <param name="run">Gives back the exit code.</param>
    /// <returns>The exit code and what was printed.</returns>
    public static async Task<(int Code, string Text)> RunAsync(Func<RootCommand, Task<int>> run)
    {
        await using var text = new StringWriter();
        Current.Writer = TextWriter.Synchronized(text);
        var code = await run(Root);
        return (code, text.ToString().ReplaceLineEndings("\n"));
    }

    private sealed class CurrentWriter : TextWriter
    {
        private readonly AsyncLocal<TextWriter> _writer = new();

        public TextWriter Writer
        {
            set => _writer.Value = value;
        }

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => _writer.Value!.Write(value);

        public override void Write(string? value) => _writer.Value!.Write(value);

        public override void WriteLine(string? value) => _writer.Value!.WriteLine(value);

        public override void WriteLine() => _writer.Value!.WriteLine();
    }
}
