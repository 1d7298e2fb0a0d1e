namespace Cxf.Jsonata.Tests.Analysis;

public sealed class CarriedSizeTests
{
    [Theory]
    [InlineData("$a", 100)]
    [InlineData("$a.b", 10)]
    [InlineData("$a.b.c", 0)]
    [InlineData("$a[0]", 0)]
    [InlineData("$a.b[x = 1]", 0)]
    [InlineData("'four' & $a", 104)]
    [InlineData("$a & $a", 200)]
    [InlineData("$x ? $a : $a.b", 100)]
    [InlineData("[$a, {'key': $a.b}]", 113)]
    [InlineData("($y := $a; $z := $y & $y; $z)", 200)]
    [InlineData("($a; 'four')", 4)]
    [InlineData("$string($a)", 100)]
    [InlineData("$a ~> $string", 100)]
    [InlineData("$append($a, [$a])", 200)]
    [InlineData("$count($a)", 0)]
    [InlineData("$map($a, function($v) { $v })", 0)]
    [InlineData("$a = $a", 0)]
    [InlineData("$substring($a, 0, 5)", 0)]
    public void Values_that_reach_the_result_unchanged_are_added_up(string text, double size) =>
        Assert.Equal(
            size,
            JsonataExpression
                .Compile(text, JsonataOptions.StepFunctions)
                .CarriedSize(
                    (name, fields) =>
                        (name, string.Join('.', fields)) switch
                        {
                            ("a", "") => 100,
                            ("a", "b") => 10,
                            _ => 0,
                        }
                )
        );
}
