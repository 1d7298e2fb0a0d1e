namespace Cxf.Jsonata.Tests.Analysis;

public sealed class ContextReferenceTests
{
    [Theory]
    [InlineData("$payload.items[price > 3].name", "")]
    [InlineData("$payload.items.{'a': name, 'b': $}", "")]
    [InlineData("items.name", "items")]
    [InlineData("{'a': b, 'c': $.d}", "b $")]
    [InlineData("$sum($$.x)", "$$")]
    [InlineData("$x.y[$$.z = 1]", "$$")]
    [InlineData("$map($x, function($v){ name })", "name")]
    [InlineData("* & **", "* **")]
    [InlineData("[1,2][$ = 1]", "")]
    [InlineData("$x^(price)", "")]
    [InlineData("$x ~> |a|{'b': c}|", "")]
    [InlineData("a ? b : c", "a b c")]
    [InlineData("`x y`.z", "x y")]
    public void Reads_of_the_input_at_the_top_level_are_found(string expression, string expected) =>
        Assert.Equal(
            expected,
            string.Join(' ', JsonataExpression.Compile(expression).ContextReferences.Select(reference => reference.Text))
        );

    [Fact]
    public void A_reference_has_its_span_in_the_text()
    {
        const string text = "`a b` & $$.c & d";
        var spans = JsonataExpression
            .Compile(text)
            .ContextReferences.Select(reference => text.Substring(reference.Start, reference.Length));
        Assert.Equal(["`a b`", "$$", "d"], spans);
    }

    [Theory]
    [InlineData("1 + 2", true)]
    [InlineData("'a' & $string([1..3])", true)]
    [InlineData("($x := 5; $x * 2)", true)]
    [InlineData("$map([1,2], function($v){ $v * 2 })", true)]
    [InlineData("{'a': 1}.a", true)]
    [InlineData("a", false)]
    [InlineData("$x", false)]
    [InlineData("$now()", false)]
    [InlineData("$uppercase()", false)]
    [InlineData("$eval('1')", false)]
    [InlineData("$random()", false)]
    public void Constants_are_distinguished_from_values_that_can_change(string expression, bool expected) =>
        Assert.Equal(expected, JsonataExpression.Compile(expression).IsConstant);

    [Theory]
    [InlineData("order.items.price", "order.items.price")]
    [InlineData("order.items[price > limit].name", "order.items.limit order.items.name order.items.price")]
    [InlineData("$sum(order.items.(price * quantity))", "order.items.price order.items.quantity")]
    [InlineData("order.id & order", "order")]
    [InlineData("$", "$")]
    [InlineData("$$.a & b", "a b")]
    [InlineData("$string()", "$")]
    [InlineData("$x.a", "")]
    [InlineData("a.*", "a")]
    [InlineData("a{b: c}", "a.b a.c")]
    [InlineData("a^(b).c", "a.b a.c")]
    [InlineData("a.{'x': %.y}", "$")]
    [InlineData("$map(a.b, function($v){ $v.c })", "a.b")]
    public void The_readable_fields_of_the_input_are_found(string expression, string expected) =>
        Assert.Equal(expected, string.Join(' ', JsonataExpression.Compile(expression).InputFields));
}
