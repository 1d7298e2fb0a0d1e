using Spectre.Console;

namespace Cxf.Local.Output;

/// <summary>
/// The lines that a command prints. A terminal gets colors, and breaks between words with the rest of the line indented. Output
/// to a file or a pipe stays as it is: programs read it line by line.
/// </summary>
internal sealed class Lines(IAnsiConsole console)
{
    private const int MinWidth = 40;
    private const int Hanging = 2;

    /// <summary>The width of the terminal; null for output to a file or a pipe.</summary>
    public int? Width => console.Profile.Out.IsTerminal ? Math.Max(console.Profile.Width, MinWidth) : null;

    /// <summary>Writes one line. The rest of a line that is broken is indented by two more columns than its beginning.</summary>
    public void Write(string text) => Write((text, Color.Default));

    /// <summary>Writes an empty line.</summary>
    public void Write() => WriteWhole("");

    /// <summary>Writes one line, each part in its color.</summary>
    public void Write(params ReadOnlySpan<(string Text, Color Color)> parts)
    {
        var first = parts.Length == 0 ? "" : parts[0].Text;
        Write(first.Length - first.TrimStart(' ').Length + Hanging, parts);
    }

    /// <summary>Writes one line, each part in its color.</summary>
    /// <param name="hanging">The column, from 0, in which the rest of a broken line begins.</param>
    /// <param name="parts">The parts.</param>
    public void Write(int hanging, params ReadOnlySpan<(string Text, Color Color)> parts)
    {
        var wrapping = new Wrapping(Width, hanging);
        foreach (var (text, color) in parts)
        {
            foreach (var (number, line) in wrapping.Add(text.ReplaceLineEndings("\n")).Index())
            {
                if (number > 0)
                {
                    console.Profile.Out.Writer.WriteLine();
                }

                WritePart(line, color);
            }
        }

        console.Profile.Out.Writer.WriteLine();
    }

    /// <summary>Writes a text as it is, for example JSON or a command to copy. A terminal breaks it where it ends.</summary>
    public void WriteWhole(string text) => console.Profile.Out.Writer.WriteLine(text);

    private void WritePart(string text, Color color)
    {
        if (
            color == Color.Default
            || console.Profile.Capabilities.ColorSystem == ColorSystem.NoColors
            || !console.Profile.Capabilities.Ansi
        )
        {
            console.Profile.Out.Writer.Write(text);
        }
        else if (text.Length > 0)
        {
            console.Write(new Text(text, new Style(color)));
        }
    }

    /// <summary>Breaks the parts of one line between words, over all parts.</summary>
    private sealed class Wrapping(int? width, int hanging)
    {
        private int _column;
        private bool _hasWord;

        /// <summary>The text in pieces: each but the first begins a new line.</summary>
        public IReadOnlyList<string> Add(string text)
        {
            if (width is not { } most)
            {
                return text.Split('\n');
            }

            var pieces = new List<string>();
            var piece = new System.Text.StringBuilder();
            foreach (var word in Words(text))
            {
                var isBreak = word == "\n";
                if (isBreak || (_hasWord && _column + word.TrimEnd().Length > most && word.Trim().Length > 0))
                {
                    pieces.Add(piece.ToString());
                    piece.Clear();
                    piece.Append(' ', isBreak ? 0 : hanging);
                    (_column, _hasWord) = (isBreak ? 0 : hanging, false);
                }

                if (!isBreak)
                {
                    var shown = _column == hanging && !_hasWord && pieces.Count > 0 ? word.TrimStart() : word;
                    piece.Append(shown);
                    _column += shown.Length;
                    _hasWord |= word.Trim().Length > 0;
                }
            }

            pieces.Add(piece.ToString());
            return pieces;
        }

        // Each word with the spaces before it, so that what is written is the text itself.
        private static IEnumerable<string> Words(string text)
        {
            var start = 0;
            for (var index = 0; index < text.Length; index++)
            {
                if (text[index] == '\n')
                {
                    if (index > start)
                    {
                        yield return text[start..index];
                    }

                    yield return "\n";
                    start = index + 1;
                }
                else if (text[index] == ' ' && index > start && text[index - 1] != ' ')
                {
                    yield return text[start..index];
                    start = index;
                }
            }

            if (start < text.Length)
            {
                yield return text[start..];
            }
        }
    }
}
