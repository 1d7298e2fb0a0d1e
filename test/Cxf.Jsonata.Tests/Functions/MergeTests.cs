using System.Text.Json.Nodes;

namespace Cxf.Jsonata.Tests.Functions;

/// <summary>
/// <c>$merge</c> of documents, whose names are cached between merges, and of objects that an expression creates.
/// </summary>
public sealed class MergeTests
{
    [Theory]
    [InlineData("""[{"a":1,"b":2},{"b":3,"c":4}]""", """{"a":1,"b":3,"c":4}""")]
    [InlineData("""[{"a":{"x":1}},{"a":{"y":2}}]""", """{"a":{"y":2}}""")]
    [InlineData("""[{"a":1},{"\u0061":2}]""", """{"a":2}""")]
    [InlineData("""[{"\u0061":1},{"a":2},{"b":3}]""", """{"a":2,"b":3}""")]
    [InlineData(
        """[{"a":1},{"a name of more than sixteen bytes":2,"a":3},{"b":4}]""",
        """{"a":3,"a name of more than sixteen bytes":2,"b":4}"""
    )]
    [InlineData("""[{"":1},{"a":2,"":3}]""", """{"":3,"a":2}""")]
    [InlineData("""[{"a":1,"a":2},{"b":null}]""", """{"a":2,"b":null}""")]
    [InlineData("""[{"é":"ü"},{"日本":true}]""", """{"é":"ü","日本":true}""")]
    [InlineData("[{},{}]", "{}")]
    [InlineData("[]", "{}")]
    public void Later_values_win_and_names_keep_their_first_position(string objects, string merged) =>
        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse(merged),
                JsonNode.Parse(Evaluated.Json("$merge(objs)", $$"""{"objs":{{objects}}}"""))
            )
        );

    [Fact]
    public void Objects_of_the_document_merge_with_objects_of_the_expression() =>
        Assert.Equal(
            """{"a":1,"b":2,"c":3}""",
            Evaluated.Json("$merge([{'a': 1}, objs, {'c': 3}])", """{"objs":[{"a":5,"b":2},{"a":1}]}""")
        );

    [Fact]
    public void More_names_than_the_cache_holds_are_merged()
    {
        var objects = Enumerable.Range(0, 2_000).Select(index => $$"""{"key{{index}}":{{index}},"last":{{index}}}""");
        var merged = JsonNode.Parse(Evaluated.Json("$merge(objs)", $$"""{"objs":[{{string.Join(',', objects)}}]}"""))!.AsObject();
        Assert.Equal(2_001, merged.Count);
        Assert.Equal(1_999, (int)merged["last"]!);
        Assert.All(Enumerable.Range(0, 2_000), index => Assert.Equal(index, (int)merged[$"key{index}"]!));
    }

    [Fact]
    public void One_expression_merges_many_documents_without_mixing_them()
    {
        var expression = JsonataExpression.Compile("$merge(objs)");
        for (var document = 0; document < 200; document++)
        {
            var merged = Evaluated.Value(expression, $$"""{"objs":[{"a{{document}}":1,"b":{{document}}},{"c{{document}}":2}]}""");
            Assert.Equal($$"""{"a{{document}}":1,"b":{{document}},"c{{document}}":2}""", merged.ToString());
        }
    }

    [Theory]
    [InlineData("""[{"a":1},2]""")]
    [InlineData("""[{"a name of more than sixteen bytes":1},"text"]""")]
    public void A_value_that_is_not_an_object_is_rejected_and_does_not_affect_the_next_merge(string objects)
    {
        var expression = JsonataExpression.Compile("$merge(objs)");
        var error = Assert.Throws<JsonataException>(() => Evaluated.Value(expression, $$"""{"objs":{{objects}}}"""));
        Assert.Equal("T0412", error.Code);
        Assert.Equal("""{"b":1}""", Evaluated.Value(expression, """{"objs":[{"b":1}]}""").ToString());
    }
}
