using System.Text;

namespace Cxf.Documents.Tests;

public sealed class LocationsInJson
{
    private const string Text = "{\n  \"é😀\": { \"list\": [1, {\"x\": \"a\\n\\u00e9😀{% b %}\"}] },\n\t\"a/b~c\": null\n}";

    private static readonly JsonSource Source = JsonSource.Parse(Text);

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("/é😀", 2, 10)]
    [InlineData("/é😀/list", 2, 20)]
    [InlineData("/é😀/list/0", 2, 21)]
    [InlineData("/é😀/list/1", 2, 24)]
    [InlineData("/é😀/list/1/x", 2, 30)]
    [InlineData("/a~1b~0c", 3, 11)]
    [InlineData("/é😀/list/7", 2, 20)]
    [InlineData("/nowhere/at/all", 1, 1)]
    public void A_pointer_leads_to_its_value_or_to_what_would_hold_it(string pointer, int line, int column)
    {
        Assert.Equal(new JsonPosition(line, column), Source.PositionOf(pointer));
    }

    [Theory]
    [InlineData("/é😀", 2, 3)]
    [InlineData("/a~1b~0c", 3, 2)]
    [InlineData("/é😀/list/0", 2, 21)]
    public void A_member_also_has_the_location_of_its_name(string pointer, int line, int column)
    {
        Assert.Equal(new JsonPosition(line, column), Source.PositionOfName(pointer));
    }

    [Theory]
    [InlineData(0, 31)]
    [InlineData(1, 32)]
    [InlineData(2, 34)]
    [InlineData(3, 40)]
    [InlineData(5, 42)]
    [InlineData(8, 45)]
    [InlineData(99, 49)]
    public void A_character_of_a_text_has_a_location_after_its_escapes(int index, int column)
    {
        Assert.Equal(new JsonPosition(2, column), Source.PositionInText("/é😀/list/1/x", index));
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{", 1, 2)]
    [InlineData("{\n  \"é\": tru\n}", 2, 8)]
    [InlineData("{\"a\":1,}", 1, 7)]
    [InlineData("[1] 2", 1, 5)]
    [InlineData("{\"a\": // no\n1}", 1, 7)]
    public void A_text_that_is_not_JSON_is_reported_with_the_location(string text, int line, int column)
    {
        var source = JsonSource.Parse(text);

        Assert.NotNull(source.SyntaxProblem);
        Assert.Equal(new JsonPosition(line, column), source.SyntaxProblem.Position);
        Assert.DoesNotContain("LineNumber", source.SyntaxProblem.Message, StringComparison.Ordinal);
        Assert.Equal(new JsonPosition(1, 1), source.PositionOf("/a"));
    }

    [Fact]
    public void Every_duplicate_name_is_found_once()
    {
        var source = JsonSource.Parse("""{"a":{"x":1},"a":{"x":2,"x":3},"b":[{"x":1},{"x":1}]}""");

        Assert.Equal(
            [("/a", 14), ("/a/x", 25)],
            source.Duplicates.Select(duplicate => (duplicate.Pointer, duplicate.Position.Column))
        );
    }

    [Fact]
    public void A_byte_order_mark_is_no_character()
    {
        var source = JsonSource.Parse((byte[])[.. Encoding.UTF8.Preamble, .. "[1]"u8]);

        Assert.Null(source.SyntaxProblem);
        Assert.Equal(new JsonPosition(1, 2), source.PositionOf("/0"));
    }

    [Fact]
    public void Text_that_is_not_utf_8_is_no_json()
    {
        Assert.NotNull(JsonSource.Parse((byte[])[0xFF, 0xFE, 0x00]).SyntaxProblem);
    }
}
