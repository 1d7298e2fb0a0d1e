namespace Cxf.Jsonata.Tests.Diagnostics;

public sealed class SyntaxErrorTests
{
    [Theory]
    [InlineData("$sum(1 2)", "S0202", "2", "Expected \")\", got 2")]
    [InlineData("$sum(1 a)", "S0202", "a", "Expected \")\", got \"a\"")]
    [InlineData("$sum() null", "S0201", "null", "Syntax error: null")]
    [InlineData("2 := 1", "S0212", "2", "The left side of := must be a variable name (start with $)")]
    [InlineData("function($x, 3){1}", "S0208", "3", "Parameter 2 of function definition must be a variable name (start with $)")]
    public void Errors_name_the_token_as_the_reference_does(string text, string code, string token, string message)
    {
        var error = Assert.Throws<JsonataException>(() => JsonataExpression.Compile(text));
        Assert.Equal((code, token, message), (error.Code, error.Token, error.Message));
    }

    [Theory]
    [InlineData("1 +", "S0207", 3)]
    [InlineData("(1", "S0203", 2)]
    [InlineData("[1}", "S0202", 3)]
    [InlineData("a b", "S0201", 3)]
    [InlineData("\"abc", "S0101", 4)]
    [InlineData("'\\x'", "S0103", 2)]
    [InlineData("`a", "S0105", 2)]
    [InlineData("/* a", "S0106", 0)]
    [InlineData("/", "S0302", 1)]
    [InlineData("a ! b", "S0204", 3)]
    [InlineData("1 := 2", "S0212", 1)]
    [InlineData("$a[0] := 2", "S0212", 3)]
    [InlineData("function(a){1}", "S0208", 10)]
    [InlineData("a.1", "S0213", 3)]
    [InlineData("a@b", "S0214", 3)]
    [InlineData("a[0]@$v", "S0215", 5)]
    [InlineData("%", "S0217", 1)]
    [InlineData("function($x)<n<n>>{1}", "S0401", 15)]
    [InlineData("function($x)<(a<n>)>{1}", "S0402", 14)]
    public void Errors_have_the_codes_and_positions_of_the_reference(string text, string code, int position)
    {
        var error = Assert.Throws<JsonataException>(() => JsonataExpression.Compile(text));
        Assert.Equal((code, position), (error.Code, error.Position));
    }

    [Fact]
    public void An_invalid_regular_expression_is_a_syntax_error() =>
        Assert.Equal("S0303", Assert.Throws<JsonataException>(() => JsonataExpression.Compile("$match('a', /a**/)")).Code);

    [Fact]
    public void All_errors_of_an_expression_are_found()
    {
        var compiled = JsonataExpression.TryCompile(
            "($a := 1 + ; $b := [1, , 2]; a.5; $c; '\\x')",
            null,
            out var expression,
            out var errors
        );
        Assert.False(compiled);
        Assert.Null(expression);
        Assert.Equal(["S0211", "S0211", "S0213", "S0103"], errors.Select(error => error.Code));
        Assert.Equal([12, 24, 32, 40], errors.Select(error => error.Position));
    }

    [Fact]
    public void Rendering_shows_the_line_and_a_caret()
    {
        const string text = "(\n  $x := 5;\n  $sum(a}\n)";
        var error = Assert.Throws<JsonataException>(() => JsonataExpression.Compile(text)).ToError();
        Assert.Equal("S0202: Expected \")\", got \"}\" (line 3, column 9)\n    $sum(a}\n          ^", error.Render(text));
    }

    [Fact]
    public void Rendering_puts_carets_under_the_whole_token() =>
        Assert.EndsWith(
            "\n  a foo\n    ^^^",
            Assert.Throws<JsonataException>(() => JsonataExpression.Compile("a foo")).ToError().Render("a foo"),
            StringComparison.Ordinal
        );
}
