using Spectre.Console;

namespace Cxf.Local.Tests.Output;

/// <summary>A console that keeps what is printed as text, as when the output is redirected.</summary>
internal sealed class TextConsole
{
    private readonly StringWriter _writer = new();

    public TextConsole(int width = 160)
    {
        Console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(_writer),
            }
        );
        Console.Profile.Width = width;
        Console.Profile.Capabilities.Unicode = true;
    }

    public IAnsiConsole Console { get; }

    public string Text =>
        string.Join('\n', _writer.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));
}
