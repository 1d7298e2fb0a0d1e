using Spectre.Console;

namespace Cxf.Local.Output;

/// <summary>The terminal that the command prints to.</summary>
internal static class CallConsole
{
    /// <summary>The process's standard output; without colors if it is not a terminal, or if NO_COLOR is set.</summary>
    public static IAnsiConsole Create() => Create(new AnsiConsoleSettings());

    /// <summary>The same for another output.</summary>
    public static IAnsiConsole Create(TextWriter output) =>
        Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });

    private static IAnsiConsole Create(AnsiConsoleSettings settings)
    {
        var console = AnsiConsole.Create(settings);
        if (!console.Profile.Out.IsTerminal || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 })
        {
            console.Profile.Capabilities.Ansi = false;
            console.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
        }

        return console;
    }
}
