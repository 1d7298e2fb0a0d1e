namespace Cxf.Jsonata.Tests.Functions;

public sealed class StepFunctionsDialectTests
{
    private static readonly JsonataOptions StepFunctions = JsonataOptions.StepFunctions with { RandomSeed = 7 };

    /// <summary>Measured on AWS by others (floci-io/floci, issues 2662 and 2737, pull requests 2676 and 2783).</summary>
    [Theory]
    [InlineData("$partition([1..5], 2)", "[[1,2],[3,4],[5]]")]
    [InlineData("$partition([1..5], 2.9)", "[[1,2],[3,4],[5]]")]
    [InlineData("$partition([1,2,3])", "[[1,2,3]]")]
    [InlineData("$partition([], 2)", "undefined")]
    [InlineData("$partition([1,2,3], 0)", "undefined")]
    [InlineData("$partition([1,2,3,4], -0.5)", "undefined")]
    [InlineData("$range(0, 10, 5)", "[0,5,10]")]
    [InlineData("$range(0, 11, 5)", "[0,5,10]")]
    [InlineData("$range(2, 2, 1)", "2")]
    [InlineData("$range(3, 1, -1)", "[3,2,1]")]
    [InlineData("$range(1.7, 5, 1)", "[1,2,3,4,5]")]
    [InlineData("$range(-1.7, 2, 1)", "[-1,0,1,2]")]
    [InlineData("$range(5, 1, -1.5)", "[5,4,3,2,1]")]
    [InlineData("$range(5, 1, 1)", "undefined")]
    [InlineData("$range(1, 5, 0)", "undefined")]
    [InlineData("$range(1, 5)", "undefined")]
    [InlineData("$count($range(-9223372036854775808, 9223372036854775807, 9223372036854775807))", "3")]
    [InlineData("$count($range(1, 360145, 1))", "360145")]
    [InlineData("$hash('abc', 'MD5')", "\"900150983cd24fb0d6963f7d28e17f72\"")]
    [InlineData("$hash('ñ', 'MD5')", "\"94e9342ecbb1458b6043ecd3bfcbc192\"")]
    [InlineData("$hash('abc', 'SHA-256')", "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"")]
    [InlineData("$hash('abc')", "undefined")]
    [InlineData("$parse('{\"a\":[1,null]}').a[0]", "1")]
    [InlineData("$parse()", "undefined")]
    [InlineData("$exists($parse('null'))", "true")]
    [InlineData("$map(['{\"a\":1}', '{\"a\":2}'], $parse).a", "[1,2]")]
    [InlineData("$random(42)", "0.7275636800328681")]
    [InlineData("$random(0.9)", "0.730967787376657")]
    [InlineData("$random(7)", "0.7306990420600421")]
    [InlineData("$random() < 1", "true")]
    [InlineData("$match($uuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/).index", "0")]
    [InlineData("1/0", "\"Infinity\"")]
    [InlineData("-1/0", "\"-Infinity\"")]
    [InlineData("0/0", "\"NaN\"")]
    [InlineData("[1/0, {'k': 1/0}]", "[\"Infinity\",{\"k\":\"Infinity\"}]")]
    [InlineData("$parseInteger('abc', '0')", "\"NaN\"")]
    public void Functions_of_Step_Functions_answer_as_on_AWS(string expression, string expected) =>
        Assert.Equal(expected, Evaluated.Json(expression, options: StepFunctions));

    [Fact]
    public void Eval_is_absent()
    {
        Assert.Equal("T1006", Evaluated.Error("$eval('1')", options: StepFunctions).Code);
        Assert.Equal("1", Evaluated.Json("$eval('1')"));
    }

    [Theory]
    [InlineData("$parse('{')", "D3137")]
    [InlineData("$parse('')", "D3137")]
    [InlineData("$parse('{\"a\":1}{\"b\":2}')", "D3137")]
    [InlineData("$parse('{\"a\":1,\"a\":2}')", "D3137")]
    [InlineData("$parse('1e400')", "D3137")]
    [InlineData("$parse(null)", "T0410")]
    [InlineData("$parse('{}', 'x')", "T0410")]
    [InlineData("$hash('a', 'CRC')", "D3137")]
    [InlineData("$hash('a', 'md5')", "D3137")]
    [InlineData("$hash('a', 5)", "T0410")]
    [InlineData("$hash(42, 'MD5')", "T0410")]
    [InlineData("$partition([1], -1)", "D3137")]
    [InlineData("$partition([1,2,3], 2, 'x')", "T0410")]
    [InlineData("$range(1)", "T0410")]
    [InlineData("$range(1, 5, 1, 'x')", "T0410")]
    [InlineData("$range(1, 360146, 1)", "U1001")]
    [InlineData("$range(1, 1000000000, 1)", "U1001")]
    [InlineData("$uuid('seed')", "T0410")]
    [InlineData("$random(1, 2)", "T0410")]
    [InlineData("$formatNumber(1, 'x')", "D3086")]
    public void Invalid_arguments_are_rejected(string expression, string code) =>
        Assert.Equal(code, Evaluated.Error(expression, options: StepFunctions).Code);

    /// <summary>The last that AWS accepts and the first that it refuses (floci-io/floci, issue 2737).</summary>
    [Theory]
    [InlineData("$count([1..873782])", "$count([1..873783])")]
    [InlineData("$length($f('x', 22))", "$length($f('x', 23))")]
    [InlineData("$g(31)", "$g(32)")]
    public void The_limits_are_those_of_AWS(string accepted, string refused)
    {
        const string functions =
            "$f := function($s, $n){ $n = 0 ? $s : $f($s & $s, $n - 1) };"
            + "$g := function($x){ $x <= 0 ? 0 : 1 + $g($x - 1) };";
        Assert.NotEqual("undefined", Evaluated.Json($"({functions}{accepted})", options: StepFunctions));
        Assert.Equal("U1001", Evaluated.Error($"({functions}{refused})", options: StepFunctions).Code);
    }

    [Theory]
    [InlineData("1", "+1", "", 99)]
    [InlineData("", "(", ")", 99)]
    [InlineData("", "[", "]", 99)]
    [InlineData("1", "~>$string", "", 99)]
    public void A_hundred_evaluations_may_nest(string start, string repeated, string closing, int times)
    {
        string Nested(int count) =>
            string.Concat(Enumerable.Repeat(closing.Length > 0 ? repeated : "", count))
            + (start.Length > 0 ? start : "1")
            + string.Concat(Enumerable.Repeat(closing.Length > 0 ? closing : repeated, count));

        Assert.NotEqual("undefined", Evaluated.Json(Nested(times), options: StepFunctions));
        Assert.Equal("U1001", Evaluated.Error(Nested(times + 1), options: StepFunctions).Code);
        Assert.NotEqual("undefined", Evaluated.Json(Nested(times + 1)));
    }

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
