using System.Text;
using Cxf.Local.Output;
using Spectre.Console;

namespace Cxf.Local.Tests.Output;

/// <summary>A console that keeps what is printed as text: output to a file, or with a width a terminal without colors.</summary>
internal sealed class TextConsole
{
    private readonly StringWriter _writer = new();

    public TextConsole(int? terminalWidth = null)
    {
        Console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = terminalWidth is { } width ? new TerminalOutput(_writer, width) : new AnsiConsoleOutput(_writer),
            }
        );
        Lines = new Lines(Console);
    }

    public IAnsiConsole Console { get; }

    public Lines Lines { get; }

    public string Text => _writer.ToString().ReplaceLineEndings("\n");

    /// <summary>Forgets what was printed.</summary>
    public void Clear() => _writer.GetStringBuilder().Clear();

    private sealed class TerminalOutput(TextWriter writer, int width) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => true;

        public int Width => width;

        public int Height => 24;

        public void SetEncoding(Encoding encoding) { }
    }
}
