using Spectre.Console;

namespace Cxf.Local.Output;

/// <summary>The terminal that the command prints to.</summary>
internal static class CallConsole
{
    /// <summary>Columns of output that goes to a file or a pipe, where a terminal's width says nothing.</summary>
    public const int RedirectedWidth = 160;

    /// <summary>The process's standard output; without colours and with a fixed width where it is no terminal.</summary>
    public static IAnsiConsole Create()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings());
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Capabilities.Ansi = false;
            console.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
            console.Profile.Width = RedirectedWidth;
        }

        return console;
    }
}
