namespace Cxf.Jsonata.Tests.Analysis;

public sealed class FreeVariableTests
{
    [Theory]
    [InlineData("$payload.id & $contact.channel", "payload contact")]
    [InlineData("$sum($rest_api_1.body.items.price)", "rest_api_1")]
    [InlineData("$a + $a", "a a")]
    [InlineData("($x := $y; $x + $z)", "y z")]
    [InlineData("($x := 1; $x); $x", null)]
    [InlineData("(($x := 1; $x); $x)", "x")]
    [InlineData("$map($list, function($v){ $v + $w })", "list w")]
    [InlineData("($f := function($n){ $n = 0 ? 1 : $f($n - 1) }; $f(3))", "")]
    [InlineData("($f := function(){ $g() }; $g := function(){ 1 }; $f())", "")]
    [InlineData("($x; $x := 1)", "x")]
    [InlineData("items@$i.prices@$p[$i.id = $p.id].{'a': $i.a, 'b': $q}", "q")]
    [InlineData("(items@$i.x; $i)", "i")]
    [InlineData("items#$n[$n > $least]", "least")]
    [InlineData("$ ~> |a|{'b': $c}|", "c")]
    [InlineData("$.a.$$.b", "")]
    [InlineData("[1,2][$ > $limit]", "limit")]
    [InlineData("items^($key)", "key")]
    [InlineData("items{$k: $v}", "k v")]
    [InlineData("$sum", "")]
    public void Unbound_variables_are_found(string expression, string? expected)
    {
        if (expected is null)
        {
            Assert.Throws<JsonataException>(() => JsonataExpression.Compile(expression));
            return;
        }

        Assert.Equal(
            expected,
            string.Join(' ', JsonataExpression.Compile(expression).FreeVariables.Select(variable => variable.Name))
        );
    }

    [Fact]
    public void A_reference_has_its_span_in_the_text()
    {
        const string text = "$uppercase( $payload.name ) & $payload.id";
        Assert.All(
            JsonataExpression.Compile(text).FreeVariables,
            variable => Assert.Equal("$" + variable.Name, text.Substring(variable.Start, variable.Length))
        );
    }

    [Fact]
    public void A_function_that_the_dialect_lacks_is_a_free_variable()
    {
        Assert.Equal("uuid", Assert.Single(JsonataExpression.Compile("$uuid()").FreeVariables).Name);
        Assert.Empty(JsonataExpression.Compile("$uuid()", JsonataOptions.StepFunctions).FreeVariables);
    }
}
