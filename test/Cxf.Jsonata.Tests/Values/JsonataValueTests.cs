using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Cxf.Jsonata.Tests.Values;

public sealed class JsonataValueTests
{
    [Fact]
    public void Undefined_is_not_null()
    {
        Assert.True(default(JsonataValue).IsUndefined);
        Assert.Equal(JsonataKind.Null, JsonataValue.Null.Kind);
        Assert.NotEqual(JsonataValue.Undefined, JsonataValue.Null);
        Assert.Equal(JsonValueKind.Undefined, JsonataValue.Undefined.ToJsonElement().ValueKind);
    }

    [Theory]
    [InlineData("""{"b":1,"a":[true,null,"x"],"1":{}}""", """{"1":{},"b":1,"a":[true,null,"x"]}""")]
    [InlineData("""[1.0,1e2,-0,12345678901234567890,1e-7,0.1]""", "[1,100,0,12345678901234567000,1e-7,0.1]")]
    [InlineData("\"\\u00e9\\n\\ud83d\\ude00\\\\\"", "\"é\\n😀\\\\\"")]
    [InlineData("""{"a":1,"b":2,"a":3}""", """{"a":3,"b":2}""")]
    public void Values_print_as_JavaScript_prints_them(string json, string expected)
    {
        var value = JsonataValue.Parse(json);
        Assert.Equal(expected, value.ToString());
        Assert.Equal(JsonataValue.Parse(expected), JsonataValue.Parse(Written(value)));
    }

    [Fact]
    public void Half_a_surrogate_pair_of_a_document_is_kept()
    {
        var value = JsonataValue.Parse("\"a\\ud800b\"");
        Assert.Equal("a\ud800b", value.GetString());
        Assert.Equal("\"a\\ud800b\"", value.ToString());
        Assert.Contains("\uFFFD", JsonataValue.Parse(Written(value)).GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Results_are_written_directly_to_a_writer()
    {
        var result = Evaluated.Value(JsonataExpression.Compile("{'n': [1, 0.5, 1e21], 's': 'a\"', 'f': $sum, 'e': {}}"));
        Assert.Equal("""{"n":[1,0.5,1e+21],"s":"a\u0022","f":"","e":{}}""", Written(result));
        Assert.Equal(JsonValueKind.Object, result.ToJsonElement().ValueKind);
    }

    [Fact]
    public void Values_are_read_by_kind()
    {
        var value = JsonataValue.FromObject([
            new("text", JsonataValue.From("x")),
            new("list", JsonataValue.FromArray([JsonataValue.From(1), default, JsonataValue.From(true)])),
            new("missing", default),
        ]);
        Assert.Equal(2, value.Count);
        Assert.True(value.TryGetProperty("text", out var text) && text.GetString() == "x");
        Assert.False(value.TryGetProperty("missing", out _));
        Assert.True(value.TryGetProperty("list", out var list));
        Assert.Equal([JsonataKind.Number, JsonataKind.Boolean], list.EnumerateArray().Select(item => item.Kind));
        Assert.Equal(["text", "list"], value.EnumerateObject().Select(property => property.Key));
        Assert.Throws<InvalidOperationException>(() => list.GetDouble());
    }

    [Fact]
    public void Bindings_are_variables_and_hide_functions()
    {
        var bindings = new JsonataBindings { ["x"] = JsonataValue.From(2), ["sum"] = JsonataValue.From("mine") };
        var result = Evaluated.Value(JsonataExpression.Compile("$x & $sum & $string($missing)"), bindings: bindings);
        Assert.Equal("2mine", result.GetString());
        Assert.Throws<InvalidOperationException>(() => JsonataBindings.Empty["x"] = JsonataValue.Null);
    }

    [Fact]
    public void One_expression_can_be_evaluated_on_many_threads()
    {
        var expression = JsonataExpression.Compile(
            "($f := function($n){ $n <= 1 ? 1 : $n * $f($n - 1) }; items.{'v': $f(n)}^(v).v)"
        );
        var input = JsonataValue.Parse("""{"items":[{"n":5},{"n":3},{"n":4}]}""");
        var results = new string[200];
        Parallel.For(
            0,
            results.Length,
            index => results[index] = expression.Evaluate(input, null, TestContext.Current.CancellationToken).ToString()
        );
        Assert.All(results, result => Assert.Equal("[6,24,120]", result));
    }

    private static string Written(JsonataValue value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            value.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
