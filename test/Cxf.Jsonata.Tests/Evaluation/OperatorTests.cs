namespace Cxf.Jsonata.Tests.Evaluation;

public sealed class OperatorTests
{
    [Theory]
    [InlineData("""1+2*3""", """7""")]
    [InlineData("""7%3""", """1""")]
    [InlineData("""0.1+0.2""", """0.30000000000000004""")]
    [InlineData("""-5%3""", """-2""")]
    [InlineData("""1-missing""", """undefined""")]
    public void Arithmetic_follows_double_precision(string expression, string expected) =>
        Assert.Equal(expected, Evaluated.Json(expression));

    [Theory]
    [InlineData("""1<2""", """true""")]
    [InlineData("""'a'<'b'""", """true""")]
    [InlineData("""missing<1""", """undefined""")]
    [InlineData("""[1,{'a':2}]=[1,{'a':2}]""", """true""")]
    [InlineData("""{'a':1,'b':2}={'b':2,'a':1}""", """true""")]
    [InlineData("""missing=missing""", """false""")]
    [InlineData("""1!='1'""", """true""")]
    [InlineData("""2 in [1,2]""", """true""")]
    [InlineData("""'a' in 'a'""", """true""")]
    public void Comparison_and_equality(string expression, string expected) => Assert.Equal(expected, Evaluated.Json(expression));

    [Theory]
    [InlineData("""true and [0,1]""", """true""")]
    [InlineData("""'' or {}""", """false""")]
    [InlineData("""1?2:3""", """2""")]
    [InlineData("""missing?2""", """undefined""")]
    public void Booleans_and_conditions(string expression, string expected) => Assert.Equal(expected, Evaluated.Json(expression));

    [Theory]
    [InlineData("""'a'&1&true&null&missing&[1.0]""", "\"a1truenull[1]\"")]
    [InlineData("""'x'&(0.1+0.2)""", "\"x0.3\"")]
    public void Concatenation_prints_its_operands(string expression, string expected) =>
        Assert.Equal(expected, Evaluated.Json(expression));

    [Theory]
    [InlineData("""[1..4]""", """[1,2,3,4]""")]
    [InlineData("""[2..1]""", """[]""")]
    [InlineData("""[0, 5..6, [7]]""", """[0,5,6,[7]]""")]
    [InlineData("""$count([1..10000000])""", """10000000""")]
    public void Ranges_are_allowed_in_array_constructors(string expression, string expected) =>
        Assert.Equal(expected, Evaluated.Json(expression));
}
