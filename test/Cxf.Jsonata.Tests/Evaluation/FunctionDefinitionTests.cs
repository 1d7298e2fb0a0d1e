namespace Cxf.Jsonata.Tests.Evaluation;

public sealed class FunctionDefinitionTests
{
    [Theory]
    [InlineData("""($x:=1; $f:=function($y){$x+$y}; $x:=2; $f(1))""", """3""")]
    [InlineData("""λ($x){$x*2}(4)""", """8""")]
    [InlineData("""(function($f){function($x){$f($f($x))}})(function($n){$n*3})(2)""", """18""")]
    public void Lambdas_close_over_their_variables(string expression, string expected) =>
        Assert.Equal(expected, Evaluated.Json(expression));

    [Theory]
    [InlineData("""($x:=1; ($x:=2); $x)""", """1""")]
    [InlineData("""($x:=1; ($y:=$x; $x:=5; $y & $x))""", "\"15\"")]
    public void Variables_end_with_their_block(string expression, string expected) =>
        Assert.Equal(expected, Evaluated.Json(expression));

    [Theory]
    [InlineData("""($f:=function($n,$t){$n=0?$t:$f($n-1,$t+$n)}; $f(20000,0))""", """200010000""")]
    [InlineData(
        """($even:=function($n){$n=0?true:$odd($n-1)}; $odd:=function($n){$n=0?false:$even($n-1)}; $even(4001))""",
        """false"""
    )]
    public void Tail_calls_need_no_stack(string expression, string expected) =>
        Assert.Equal(expected, Evaluated.Json(expression));

    [Theory]
    [InlineData("""($a:=$substring(?,0,?); $a('hello',2))""", "\"he\"")]
    [InlineData("""($up:=$uppercase~>$trim; $up(' a '))""", "\"A\"")]
    [InlineData("""' a ' ~> $trim ~> $uppercase""", "\"A\"")]
    [InlineData("""[1,2] ~> $map(function($x){$x+1})""", """[2,3]""")]
    [InlineData("""{'a':1}[] ~> $keys()""", """["a"]""")]
    [InlineData("""{'a':1} ~> $keys()[]""", """["a"]""")]
    [InlineData("""{'a':1} ~> $keys()""", "\"a\"")]
    [InlineData("""'a'[] ~> $match(/a/) ~> $map(function($m){$m.match})""", """["a"]""")]
    [InlineData("""($x := {'a':1}; ($x.{'b':$})[] ~> $filter(function($v){true}))""", """[{"b":{"a":1}}]""")]
    public void Partial_application_and_composition(string expression, string expected) =>
        Assert.Equal(expected, Evaluated.Json(expression));

    [Theory]
    [InlineData("""function($x)<a<n>:n>{$count($x)}(5)""", """1""")]
    [InlineData("""($c := 'ctx'; $c.(function($s)<s-:s>{$s&'!'}()))""", "\"ctx!\"")]
    [InlineData("""function($a,$b)<s?n:s>{$string($b)}('x',1)""", "\"1\"")]
    public void Signatures_convert_and_default(string expression, string expected) =>
        Assert.Equal(expected, Evaluated.Json(expression));
}
