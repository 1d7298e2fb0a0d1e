using Spectre.Console;

namespace Cxf.Local.Tests.Output;

public sealed class LinesTests
{
    private static readonly string Long = string.Join(
        ' ',
        Enumerable.Range(1, 60).Select(number => new string('x', number % 9 + 1))
    );

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(160)]
    public void A_terminal_gets_whole_words_and_an_indented_rest(int width)
    {
        var console = new TextConsole(width);

        console.Lines.Write(6, ("  word  ", Color.Default), (Long, Color.Red));

        var lines = console.Text.TrimEnd('\n').Split('\n');
        Assert.All(lines, line => Assert.True(line.Length <= width, line));
        Assert.All(lines.Skip(1), line => Assert.StartsWith("      x", line));
        Assert.Equal("  word  " + Long, lines[0] + string.Concat(lines.Skip(1).Select(line => " " + line[6..])));
    }

    [Fact]
    public void Output_to_a_file_is_never_broken_or_padded()
    {
        var console = new TextConsole();

        console.Lines.Write(6, ("  word  ", Color.Default), (Long, Color.Red));

        Assert.Equal($"  word  {Long}\n", console.Text);
    }

    [Fact]
    public void A_word_that_is_too_long_stays_whole_on_a_line_of_its_own()
    {
        var console = new TextConsole(40);
        var word = new string('y', 60);

        console.Lines.Write($"one {word} two");

        Assert.Equal($"one\n  {word}\n  two\n", console.Text);
    }

    [Fact]
    public void Line_breaks_of_a_text_stay()
    {
        var console = new TextConsole(40);

        console.Lines.Write("one\n  two\nthree");

        Assert.Equal("one\n  two\nthree\n", console.Text);
    }

    [Fact]
    public void Text_to_copy_is_not_broken()
    {
        var console = new TextConsole(40);

        console.Lines.WriteWhole(Long);

        Assert.Equal(Long + "\n", console.Text);
    }
}
