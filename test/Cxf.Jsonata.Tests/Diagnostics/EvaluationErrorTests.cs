namespace Cxf.Jsonata.Tests.Diagnostics;

public sealed class EvaluationErrorTests
{
    [Theory]
    [InlineData("1 + 'a'", "T2002", "+", "The right side of the \"+\" operator must evaluate to a number")]
    [InlineData("[1] - 1", "T2001", "-", "The left side of the \"-\" operator must evaluate to a number")]
    [InlineData("1 < 'a'", "T2009", "<", "The values 1 and \"a\" either side of operator \"<\" must be of the same data type")]
    [InlineData(
        "null < 1",
        "T2010",
        "<",
        "The expressions either side of operator \"<\" must evaluate to numeric or string values"
    )]
    [InlineData("-'a'", "D1002", "-", "Cannot negate a non-numeric value: \"a\"")]
    [InlineData("$foo()", "T1006", "foo", "Attempted to invoke a non-function")]
    [InlineData("2()", "T1006", "2", "Attempted to invoke a non-function")]
    [InlineData("$foo^($)(1)", "T1006", "foo", "Attempted to invoke a non-function")]
    [InlineData("[1](?)", "T1008", "[", "Attempted to partially apply a non-function")]
    [InlineData("sum(1)", "T1005", "sum", "Attempted to invoke a non-function. Did you mean $sum?")]
    [InlineData("$sum('a')", "T0412", "sum", "Argument 1 of function \"sum\" must be an array of \"numbers\"")]
    [InlineData("$uppercase(1)", "T0410", "uppercase", "Argument 1 of function \"uppercase\" does not match function signature")]
    [InlineData("1 ~> 2", "T2006", null, "The right side of the function application operator ~> must be a function")]
    [InlineData("{1: 2}", "T1003", null, "Key in object structure must evaluate to a string; got: 1")]
    [InlineData(
        "[1..1e8]",
        "D2014",
        "..",
        "The size of the sequence allocated by the range operator (..) must not exceed 1e6.  Attempted to allocate 100000000."
    )]
    [InlineData("$number('x')", "D3030", "number", "Unable to cast value to a number: \"x\"")]
    [InlineData("$error('no')", "D3137", "error", "no")]
    [InlineData("$assert(false)", "D3141", "assert", "$assert() statement failed")]
    [InlineData("$decodeUrl('%E0')", "D3140", "decodeUrl", "Malformed URL passed to $decodeUrl(): \"%E0\"")]
    [InlineData(
        "$eval('1+')",
        "D3120",
        "eval",
        "Syntax error in expression passed to function eval: \"Unexpected end of expression\""
    )]
    public void Errors_have_the_messages_of_the_reference(string expression, string code, string? token, string message)
    {
        var error = Evaluated.Error(expression);
        Assert.Equal((code, token, message), (error.Code, error.Token, error.Message));
    }

    [Fact]
    public void Errors_have_the_value_and_the_position()
    {
        var error = Evaluated.Error("1 + (2 * 'x')");
        Assert.Equal("x", error.Value.GetString());
        Assert.Equal(8, error.Position);
    }
}
