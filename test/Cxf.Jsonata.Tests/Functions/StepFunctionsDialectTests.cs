namespace Cxf.Jsonata.Tests.Functions;

public sealed class StepFunctionsDialectTests
{
    private static readonly JsonataOptions StepFunctions = JsonataOptions.StepFunctions with { RandomSeed = 7 };

    [Theory]
    [InlineData("$partition([1..5], 2)", "[[1,2],[3,4],[5]]")]
    [InlineData("$range(0, 10, 5)", "[0,5,10]")]
    [InlineData("$range(2, 2, 1)", "2")]
    [InlineData("$range(3, 1, -1)", "[3,2,1]")]
    [InlineData("$hash('abc', 'MD5')", "\"900150983cd24fb0d6963f7d28e17f72\"")]
    [InlineData("$hash('abc', 'SHA-256')", "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"")]
    [InlineData("$parse('{\"a\":[1,null]}').a[0]", "1")]
    [InlineData("$random(5) = $random(5)", "true")]
    [InlineData("$random() < 1", "true")]
    [InlineData("$match($uuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/).index", "0")]
    public void Functions_of_Step_Functions_are_present(string expression, string expected) =>
        Assert.Equal(expected, Evaluated.Json(expression, options: StepFunctions));

    [Fact]
    public void Eval_is_absent()
    {
        Assert.Equal("T1006", Evaluated.Error("$eval('1')", options: StepFunctions).Code);
        Assert.Equal("1", Evaluated.Json("$eval('1')"));
    }

    [Theory]
    [InlineData("$parse('{')", "D3500")]
    [InlineData("$hash('a', 'CRC')", "D3501")]
    [InlineData("$partition([1], 0)", "D3502")]
    [InlineData("$range(1, 2, 0)", "D3503")]
    public void Invalid_arguments_are_rejected(string expression, string code) =>
        Assert.Equal(code, Evaluated.Error(expression, options: StepFunctions).Code);

    [Theory]
    [InlineData("$partition([1], 1)")]
    [InlineData("$uuid()")]
    public void The_standard_dialect_lacks_these_functions(string expression) =>
        Assert.Equal("T1006", Evaluated.Error(expression).Code);

    [Fact]
    public void A_seed_makes_random_values_repeatable()
    {
        var expression = JsonataExpression.Compile("[$random(), $shuffle([1..9]), $uuid()]", StepFunctions);
        var other = JsonataExpression.Compile(expression.Text, StepFunctions with { RandomSeed = 8 });

        var first = Evaluated.Value(expression).ToString();

        Assert.Equal(first, Evaluated.Value(expression).ToString());
        Assert.NotEqual(first, Evaluated.Value(other).ToString());
    }
}
