using System.Text;
using Cxf.Studio.Documents;

namespace Cxf.Studio.Tests.Documents;

public sealed class TextChangeTests
{
    private static readonly string[] Parts = ["a", "ä", "\"", "{", "\n", "\r\n", "\r", "\u2028", "\u0085", "\ud83d\ude00", " "];

    [Theory]
    [InlineData("ab\ncd", 2, 1, 2, 2, "X", "ab\nXd")]
    [InlineData("ab\r\ncd", 1, 3, 2, 1, "", "abcd")]
    [InlineData("a\rb\nc\r\nd", 3, 1, 4, 1, "x\n", "a\rb\nx\nd")]
    [InlineData("", 1, 1, 1, 1, "x", "x")]
    public void What_is_between_two_places_is_replaced(
        string text,
        int startLine,
        int startColumn,
        int endLine,
        int endColumn,
        string replacement,
        string expected
    ) => Assert.Equal(expected, new TextChange(startLine, startColumn, endLine, endColumn, replacement).ApplyTo(text));

    [Theory]
    [InlineData(3, 1)]
    [InlineData(1, 4)]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void A_place_that_the_text_does_not_have_is_refused(int line, int column) =>
        Assert.Throws<ArgumentException>(() => new TextChange(1, 1, line, column, "").ApplyTo("ab\ncd"));

    [Fact]
    public void Any_change_leaves_every_other_character_as_it_was()
    {
        var random = new Random(5);
        for (var number = 0; number < 2_000; number++)
        {
            var (before, middle, after, replacement) = (Text(random), Text(random), Text(random), Text(random));

            // A pair of line end characters is one line end, so no place is inside it.
            if (SplitsLineEnd(before, middle + after) || SplitsLineEnd(before + middle, after))
            {
                continue;
            }

            var (startLine, startColumn) = PlaceAfter(before);
            var (endLine, endColumn) = PlaceAfter(before + middle);
            var change = new TextChange(startLine, startColumn, endLine, endColumn, replacement);
            Assert.Equal(before + replacement + after, change.ApplyTo(before + middle + after));
        }
    }

    [Fact]
    public void A_change_of_the_whole_text_is_of_any_text()
    {
        var random = new Random(6);
        for (var number = 0; number < 1_000; number++)
        {
            var (text, replacement) = (Text(random), Text(random));
            Assert.Equal(replacement, TextChange.OfAll(text, replacement).ApplyTo(text));
        }
    }

    [Fact]
    public void The_smallest_change_between_two_texts_makes_one_of_the_other()
    {
        var random = new Random(7);
        for (var number = 0; number < 5_000; number++)
        {
            var (text, other) = (Text(random) + Text(random), Text(random));
            var after = random.Next(2) == 0 ? other : text.Insert(0, other) + other;
            var change = TextChange.Between(text, after);
            Assert.Equal(after, change.ApplyTo(text));
            Assert.False(change.Text.Length > 0 && char.IsLowSurrogate(change.Text[0]), "A sign was taken apart.");
        }

        Assert.Equal(new TextChange(2, 2, 2, 3, "x"), TextChange.Between("a\nbcd", "a\nbxd"));
        Assert.Equal("", TextChange.Between("same", "same").Text);
    }

    private static string Text(Random random)
    {
        var text = new StringBuilder();
        for (var parts = random.Next(8); parts > 0; parts--)
        {
            text.Append(Parts[random.Next(Parts.Length)]);
        }

        return text.ToString();
    }

    private static bool SplitsLineEnd(string before, string after) => before.EndsWith('\r') && after.StartsWith('\n');

    // Counted in another way than the product counts.
    private static (int Line, int Column) PlaceAfter(string text)
    {
        var lines = text.Replace("\r\n", "\n").Replace('\r', '\n').Split('\n');
        return (lines.Length, lines[^1].Length + 1);
    }
}
