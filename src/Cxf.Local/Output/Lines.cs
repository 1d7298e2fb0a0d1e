using Spectre.Console;

namespace Cxf.Local.Output;

/// <summary>
/// Lines that stay whole where programs may read them: only a terminal gets colours, and breaks them where it ends.
/// </summary>
internal sealed class Lines(IAnsiConsole console)
{
    /// <summary>Writes one line, each part in its colour.</summary>
    public void Write(params ReadOnlySpan<(string Text, Color Color)> parts)
    {
        if (!console.Profile.Capabilities.Ansi)
        {
            foreach (var (text, _) in parts)
            {
                console.Profile.Out.Writer.Write(text);
            }

            console.Profile.Out.Writer.WriteLine();
            return;
        }

        foreach (var (text, color) in parts)
        {
            console.Write(new Text(text, new Style(color)));
        }

        console.WriteLine();
    }

    /// <summary>Writes one line.</summary>
    public void Write(string text) => Write((text, Color.Default));
}
