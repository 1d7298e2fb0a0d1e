using Spectre.Console;

namespace Cxf.Local.Output;

/// <summary>The terminal that the command prints to.</summary>
internal static class CallConsole
{
    /// <summary>The width of output to a file or a pipe, which has no terminal width.</summary>
    public const int RedirectedWidth = 160;

    /// <summary>The process's standard output; without colors and with a fixed width if it is not a terminal.</summary>
    public static IAnsiConsole Create() => Create(new AnsiConsoleSettings());

    /// <summary>The same for another output.</summary>
    public static IAnsiConsole Create(TextWriter output) =>
        Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });

    private static IAnsiConsole Create(AnsiConsoleSettings settings)
    {
        var console = AnsiConsole.Create(settings);
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Capabilities.Ansi = false;
            console.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
            console.Profile.Width = RedirectedWidth;
        }

        return console;
    }
}
