using System.Text;

namespace Cxf.Documents.Tests.Syntax;

public sealed class SyntaxMistakes
{
    [Theory]
    // Commas.
    [InlineData("{ \"a\": 1, }", 1, 9, "comma", "Remove the comma")]
    [InlineData("[1, 2,]", 1, 6, "comma", "Remove the comma")]
    [InlineData("{ \"a\": 1,, \"b\": 2 }", 1, 10, "comma", "Remove the comma")]
    [InlineData("[, 1]", 1, 2, "comma", "Remove the comma")]
    [InlineData("{\n  \"a\": \"x\"\n  \"b\": 2\n}", 2, 11, "A comma is missing after \"x\"", "Add a comma")]
    [InlineData("{\n  \"a\": 12\n  \"b\": 2\n}", 2, 10, "A comma is missing after 12", "Add a comma")]
    [InlineData("{\n  \"a\": { }\n  \"b\": 2\n}", 2, 11, "comma is missing", "Add a comma")]
    [InlineData("[1 2]", 1, 3, "comma is missing", "Add a comma")]
    [InlineData("{ \"a\": 1; \"b\": 2 }", 1, 9, "semicolon", "comma")]
    // Comments.
    [InlineData("{ // a\n}", 1, 3, "no comments", "Remove the comment")]
    [InlineData("{ /* a */ }", 1, 3, "no comments", "Remove the comment")]
    [InlineData("# a\n{}", 1, 1, "no comments", "Remove the comment")]
    [InlineData("{ \"a\": 1 // a\n}", 1, 10, "no comments", "Remove the comment")]
    // Quotation marks.
    [InlineData("{ 'a': 1 }", 1, 3, "double quotation marks", "\"a\"")]
    [InlineData("{ \"a\": 'x y' }", 1, 8, "double quotation marks", "\"x y\"")]
    [InlineData("{ \u201Ca\u201D: 1 }", 1, 3, "\u201C", "\"a\"")]
    [InlineData("{ \"a\": \u201Ex\u201C }", 1, 8, "\u201E", "\"x\"")]
    [InlineData("{ \"a\u201D: \"x\" }", 1, 5, "\u201D", "\"")]
    [InlineData("{ \"a\": `x` }", 1, 8, "`", "\"x\"")]
    [InlineData("{ a: 1 }", 1, 3, "a is not in quotation marks", "\"a\"")]
    [InlineData("{ \"a\": find }", 1, 8, "find is not in quotation marks", "\"find\"")]
    [InlineData("{ \"a\": \"he said \"hello\" \" }", 1, 17, "more of it follows", "\\\"")]
    [InlineData("{ \"kind: \"fail\" }", 1, 10, "more of it follows", "missing")]
    [InlineData("{ \"a\": \"x\n}", 1, 8, "no closing quotation mark", "Add \"")]
    [InlineData("{ \"a\": \"x", 1, 8, "no closing quotation mark", "Add \"")]
    [InlineData("{ \"a\": $payload.x }", 1, 8, "expression", "\"{% $payload.x %}\"")]
    [InlineData("{ \"a\": {% $x %} }", 1, 8, "expression", "\"{% … %}\"")]
    // Text.
    [InlineData("{ \"a\": \"x\ty\" }", 1, 10, "tab", "\\t")]
    [InlineData("{ \"a\": \"x\u0001y\" }", 1, 10, "U+0001", "\\u0001")]
    [InlineData("{ \"a\": \"\\d\" }", 1, 9, "\\d", "\\\\d")]
    [InlineData("{ \"a\": \"\\'\" }", 1, 9, "\\'", "without a backslash")]
    [InlineData("{ \"a\": \"\\u12\" }", 1, 9, "four hexadecimal digits", "\\u00e9")]
    [InlineData("{ \"a\": \"\\ud83d\" }", 1, 9, "half of a character", "both")]
    // Words and numbers.
    [InlineData("{ \"a\": True }", 1, 8, "True", "true")]
    [InlineData("{ \"a\": FALSE }", 1, 8, "FALSE", "false")]
    [InlineData("{ \"a\": None }", 1, 8, "None", "null")]
    [InlineData("{ \"a\": undefined }", 1, 8, "undefined", "null")]
    [InlineData("{ \"a\": NaN }", 1, 8, "NaN", "null")]
    [InlineData("{ \"a\": 0049 }", 1, 8, "0049", "\"0049\"")]
    [InlineData("{ \"a\": +5 }", 1, 8, "+5", "Write 5")]
    [InlineData("{ \"a\": .5 }", 1, 8, ".5", "Write 0.5")]
    [InlineData("{ \"a\": 5. }", 1, 8, "5.", "Write 5")]
    [InlineData("{ \"a\": 0x1F }", 1, 8, "0x1F", "decimal")]
    [InlineData("{ \"a\": 1_000 }", 1, 8, "1_000", "Write 1000")]
    [InlineData("{ \"a\": 1,5 }", 1, 9, "comma", "point")]
    [InlineData("{ \"a\": 2026-11-28 }", 1, 8, "2026-11-28", "\"2026-11-28\"")]
    [InlineData("{ \"a\": \"b\" + \"c\" }", 1, 12, "join", "one text")]
    // Colons and values.
    [InlineData("{ \"a\" 1 }", 1, 6, "no colon", "Add a colon")]
    [InlineData("{ \"a\" \"x\" }", 1, 6, "no colon", "Add a colon")]
    [InlineData("{ \"a\" = 1 }", 1, 7, "=", "colon")]
    [InlineData("{ \"a\": }", 1, 8, "no value", "\"a\"")]
    [InlineData("{ \"a\", \"b\": 1 }", 1, 6, "no value", "\"a\"")]
    [InlineData("{ \"a\": \"b\": 1 }", 1, 8, "second colon", "Add { before \"b\"")]
    [InlineData("[\"a\": 1]", 1, 5, "no names", "{ … }")]
    [InlineData("{ \"a\": 1, { \"b\": 2 } }", 1, 11, "no name", "\"name\"")]
    // Brackets.
    [InlineData("{", 1, 2, "line 1, column 1", "}")]
    [InlineData("{\n  \"a\": {\n    \"b\": 1\n  }\n", 5, 1, "line 1, column 1", "}")]
    [InlineData(
        "{\n  \"s\": {\n    \"a\": {\n      \"b\": 1\n    \"c\": {\n      \"d\": 1\n    }\n  }\n}",
        4,
        13,
        "line 3, column 10",
        "Add } here"
    )]
    [InlineData(
        "{\n  \"s\": {\n    \"a\": { \"b\": 1,\n    \"c\": { \"d\": 1 }\n  },\n  \"t\": []\n}\n",
        3,
        18,
        "line 3, column 10",
        "Add } here"
    )]
    [InlineData("{ \"a\": [1, 2 }", 1, 13, "line 1, column 8", "Add ] here")]
    [InlineData("{ \"a\": 1 ]", 1, 10, "line 1, column 1", "}")]
    [InlineData("{ \"a\": 1 } }", 1, 12, "closes nothing", "Remove")]
    [InlineData("{\n  \"s\": {\n    \"a\": 1\n    }\n  },\n  \"t\": 1\n}", 4, 5, "closes the { at line 2", "Remove")]
    [InlineData("{ \"a\": 1 } { \"b\": 2 }", 1, 12, "more text follows", "Remove")]
    // The whole text.
    [InlineData("", 1, 1, "empty", "{ … }")]
    [InlineData(" \n ", 1, 1, "empty", "{ … }")]
    [InlineData("flowId: lookup", 1, 1, "does not start with {", "{")]
    [InlineData("\"flowId\": \"lookup\"", 1, 1, "does not start with {", "{")]
    [InlineData("{ \"a\":\u00A01 }", 1, 7, "U+00A0", "Remove")]
    [InlineData("{\n<<<<<<< HEAD\n}", 2, 1, "merge conflict", "Resolve")]
    public void Each_mistake_has_a_location_a_message_and_a_fix(string text, int line, int column, string message, string fix)
    {
        var problem = JsonSource.Parse(text).SyntaxProblem;

        Assert.NotNull(problem);
        Assert.Equal(
            (new JsonPosition(line, column), true, true),
            (problem.Position, problem.Message.Contains(message), problem.Fix.Contains(fix))
        );
    }

    [Fact]
    public void Another_encoding_is_named_at_its_first_byte()
    {
        var latin1 = JsonSource.Parse(Encoding.Latin1.GetBytes("{\n  \"a\": \"für\"\n}")).SyntaxProblem!;
        Assert.Equal(new JsonPosition(2, 10), latin1.Position);
        Assert.Contains("0xFC", latin1.Message);
        Assert.Contains("UTF-8", latin1.Fix);
        foreach (var utf16 in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            byte[][] texts =
            [
                [.. utf16.Preamble, .. utf16.GetBytes("{}")],
                utf16.GetBytes("{}"),
            ];
            Assert.All(texts, text => Assert.Contains("UTF-16", JsonSource.Parse(text).SyntaxProblem!.Message));
        }
    }

    [Fact]
    public void Every_text_that_the_parser_refuses_has_a_problem_in_it()
    {
        const string valid = """
            {
              "a": [1, -2.5e3, "x\u00e9\n", { "b": true, "c": null }],
              "d": { "e": "f" }
            }
            """;
        var random = new Random(4711);
        for (var round = 0; round < 20_000; round++)
        {
            var text = new StringBuilder(valid);
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                var at = random.Next(text.Length);
                _ = random.Next(3) switch
                {
                    0 => text.Remove(at, 1),
                    1 => text.Insert(at, "{}[],:\"'\\ \n/#x1é"[random.Next(16)]),
                    _ => text.Replace(text[at], "{}[],:\"'\\ \n/#x1é"[random.Next(16)], at, 1),
                };
            }

            var source = JsonSource.Parse(text.ToString());
            if (source.SyntaxProblem is { } problem)
            {
                Assert.InRange(problem.Position.Line, 1, text.ToString().Split('\n').Length);
                Assert.NotEqual("The text is not JSON from here.", problem.Message);
            }
        }
    }
}
