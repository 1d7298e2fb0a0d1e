using Cxf.Documents;
using Cxf.Local.Output;
using Spectre.Console.Rendering;

namespace Cxf.Local.Tests.Output;

public sealed class DiagnosticPrinterTests
{
    [Theory]
    [InlineData("\"next\": \"HERE\"")]
    [InlineData("\t\"next\": \"HERE\"")]
    [InlineData("\"Gruß\": \"日本語\", \"next\": \"HERE\"")]
    [InlineData("\"note\": \"👍🏽 ok\", \"next\": \"HERE\"")]
    [InlineData("\"a\": \"0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789\", \"next\": \"HERE\"")]
    [InlineData("\"next\": \"HERE\", \"a\": \"0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789\"")]
    public void The_mark_is_under_the_text_that_it_means(string line)
    {
        foreach (var width in new int?[] { null, 60, 80, 160 })
        {
            var console = new TextConsole(width);
            var diagnostic = new Diagnostic(
                "CXF2001",
                DiagnosticSeverity.Error,
                "/next",
                1,
                line.IndexOf("HERE", StringComparison.Ordinal) + 1,
                "There is no step \"HERE\" among all of the steps that this flow has on its own level.",
                "Use another one."
            );

            new DiagnosticPrinter(console.Lines).Print("flow.json", line, [diagnostic]);

            var lines = console.Text.Split('\n');
            var mark = Array.FindIndex(lines, one => one.TrimEnd().EndsWith('^'));
            var before = lines[mark - 1][..lines[mark - 1].IndexOf("HERE", StringComparison.Ordinal)];
            Assert.Equal(new Segment(before).CellCount(), lines[mark].IndexOf('^'));
            Assert.All(lines, one => Assert.True(width is null || new Segment(one).CellCount() <= width, one));
        }
    }

    // A character that the terminal would obey, such as the start of an escape sequence, stays in the file.
    [Fact]
    public void No_character_of_a_file_moves_the_mark_or_commands_the_terminal()
    {
        var console = new TextConsole(null);
        foreach (var character in Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code))
        {
            if (character is '\n' or '\r' || char.IsSurrogate(character))
            {
                continue;
            }

            var line = new string(character, 3) + "HERE";
            console.Clear();
            new DiagnosticPrinter(console.Lines).Print(
                "flow.json",
                line,
                [new Diagnostic("CXF1001", DiagnosticSeverity.Error, "", 1, 4, "No.", "Yes.")]
            );
            Assert.DoesNotContain(console.Text, one => char.IsControl(one) && one != '\n');
            Assert.Contains("^", console.Text);
        }
    }
}
