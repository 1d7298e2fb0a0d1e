using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Cxf.Jsonata.Tests.Library;

public sealed partial class LibraryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void One_line_evaluates_an_expression_on_a_JSON_text() =>
        Assert.Equal(
            "9",
            JsonataExpression
                .Compile("$sum(items.price)")
                .Evaluate("""{"items":[{"price":4},{"price":5}]}""", null, Token)
                .ToJson()
        );

    [Fact]
    public void The_input_can_be_a_node_or_an_object()
    {
        var expression = JsonataExpression.Compile("items[price > 4].name");
        var node = JsonNode.Parse("""{"items":[{"price":4,"name":"a"},{"price":5,"name":"b"}]}""");
        var order = new Order([new Item("c", 3), new Item("d", 6)]);

        Assert.Equal("b", expression.Evaluate(node, null, Token).GetString());
        Assert.Equal("d", expression.Evaluate(order, Serialization.Default.Order, null, Token).GetString());
        Assert.Equal("null", expression.Evaluate((JsonNode?)null, null, Token).ToJson());
    }

    [Fact]
    public void A_variable_can_be_a_function_with_a_signature()
    {
        var bindings = new JsonataBindings
        {
            ["twice"] = JsonataValue.FromFunction("<n-:n>", arguments => JsonataValue.From(arguments[0].GetDouble() * 2)),
            ["fail"] = JsonataValue.FromFunction(
                "<s:s>",
                arguments => throw new JsonataException("X0001", arguments[0].GetString())
            ),
        };

        string Json(string expression) => JsonataExpression.Compile(expression).Evaluate("[1,2]", bindings, Token).ToJson();

        Assert.Equal("6", Json("$twice(3)"));
        Assert.Equal("[2,4]", Json("$map($, $twice)"));
        Assert.Equal("[2,4]", Json("$.$twice()"));
        Assert.Equal("T0410", Assert.Throws<JsonataException>(() => Json("$twice('a')")).Code);
        var error = Assert.Throws<JsonataException>(() => Json("1 + $fail('no')"));
        Assert.Equal(("X0001", "no", 10), (error.Code, error.Message, error.Position));
        Assert.Throws<JsonataException>(() => JsonataValue.FromFunction("<s<n>>", _ => default));
    }

    [Theory]
    [InlineData("a.b[c=1]", "Path(Field a, Field b[Binary =(Field c, Number 1)])")]
    [InlineData("function($x){$x & 's'}", "Function(x: Binary &(Variable x, String \"s\"))")]
    [InlineData("$f(1, ?)", "PartialCall(Variable f, Number 1, Placeholder)")]
    [InlineData("a{b: [true]}", "Path(Field a){Field b, Array(Constant true)}")]
    [InlineData("a@$x#$i^(>b)", "Path(Field a@x#i, OrderBy(Field b))")]
    public void The_syntax_tree_can_be_read(string text, string expected) =>
        Assert.Equal(expected, Describe(JsonataExpression.Compile(text).Syntax));

    [Theory]
    [InlineData("a.b[c=1]", "a b = c 1")]
    [InlineData("$f(a[b]{c: d[e]}, [g])", "f a b c d e g")]
    [InlineData("a^(>b){c: $d}", "a b c d")]
    public void The_syntax_tree_can_be_walked_as_a_whole(string text, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                ' ',
                JsonataExpression
                    .Compile(text)
                    .Syntax.DescendantsAndSelf()
                    .Select(node => node.Name ?? (node.Value.IsUndefined ? null : node.Value.ToJson()))
                    .OfType<string>()
            )
        );

    private static string Describe(JsonataSyntax node)
    {
        var name = node.Name ?? (node.Value.IsUndefined ? null : node.Value.ToJson());
        var parts = string.Join(", ", node.Parts.Select(Describe));
        var parameters = node.Parameters.Count > 0 ? string.Join(", ", node.Parameters) + ": " : "";
        var predicates = string.Concat(node.Predicates.Select(predicate => $"[{Describe(predicate)}]"));
        var grouping = node.Grouping.Count > 0 ? $"{{{string.Join(", ", node.Grouping.Select(Describe))}}}" : "";
        return $"{node.Kind}{(name is null ? "" : " " + name)}{(node.Focus is null ? "" : "@" + node.Focus)}"
            + $"{(node.Index is null ? "" : "#" + node.Index)}"
            + $"{(parts.Length > 0 ? $"({parameters}{parts})" : "")}{predicates}{grouping}";
    }

    internal sealed record Item(string Name, int Price);

    internal sealed record Order(IReadOnlyList<Item> Items);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Order))]
    internal sealed partial class Serialization : JsonSerializerContext;
}
