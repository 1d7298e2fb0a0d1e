using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cxf.Flows.Tests.Checks;

/// <summary>A query or a fragment that is written into a path.</summary>
public sealed class PathQueryTests
{
    private const string Remove = "Remove it from the path, and write \"query\": { \"name\": \"value\" }.";
    private const string Fragment = "Remove it, or write %23 if it is part of a name.";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("/x?a=1", "?a=1", "Write \"path\": \"/x\", \"query\": { \"a\": \"1\" }.")]
    [InlineData("/x?a=1&b=2#z", "?a=1", "Write \"path\": \"/x\", \"query\": { \"a\": \"1\", \"b\": \"2\" }.")]
    [InlineData("/x?a=", "?a=", "Write \"path\": \"/x\", \"query\": { \"a\": \"\" }.")]
    [InlineData("/x?a=b=c", "?a=b", "Write \"path\": \"/x\", \"query\": { \"a\": \"b=c\" }.")]
    [InlineData("/x?full%20name=A+B%2B", "?full", "Write \"path\": \"/x\", \"query\": { \"full name\": \"A B+\" }.")]
    [InlineData("/x?a=%22b", "?a=", "Write \"path\": \"/x\", \"query\": { \"a\": \"\\\"b\" }.")]
    [InlineData("/x?a=1&a=2", "?a=1", Remove)]
    [InlineData("/x?a=1&b", "?a=1", Remove)]
    [InlineData("/x?=1", "?=1", Remove)]
    [InlineData("/x?", "?\"", Remove)]
    [InlineData("/x#y", "#y", Fragment)]
    [InlineData("{% '/x?a=' & $payload.userInput %}", "?a=", Remove)]
    [InlineData("{% '/x#' & $payload.userInput %}", "#'", Fragment)]
    [InlineData("{% '/' & $payload.userInput & '/x?y' %}", "?y'", Remove)]
    [InlineData("{% '/\\u003fa=' & $payload.userInput %}", "{% '/", Remove)]
    public void It_is_refused_at_its_place_with_the_query_to_write(string path, string at, string fix)
    {
        var document = JsonNode
            .Parse(Documents.With("/steps/rest_api_1/path", JsonSerializer.Serialize(path)))!
            .ToJsonString(Plain);
        var said = Assert.Single(Documents.Read(document).Diagnostics);
        Assert.Equal(("CXF2210", "/steps/rest_api_1/path", fix), (said.Code, said.Pointer, said.Fix));
        Assert.StartsWith(at, document[(said.Column - 1)..]);
    }

    [Fact]
    public void Each_part_of_an_expression_is_refused_at_its_own_place()
    {
        var document = Documents.With("/steps/rest_api_1/path", "\"{% '/x?' & $payload.userInput & '?' & '#' %}\"");
        var said = Documents.Read(document).Diagnostics;
        Assert.Equal(["CXF2210", "CXF2210", "CXF2210"], said.Select(one => one.Code));
        Assert.Equal(["?", "?", "#"], said.Select(one => document.Substring(one.Column - 1, 1)));
        Assert.Equal(3, said.Select(one => one.Column).Distinct().Count());
    }

    [Theory]
    [InlineData("/steps/rest_api_1/path", "/x/%3F")]
    [InlineData("/steps/rest_api_1/query", "{ \"q\": \"what?\" }")]
    [InlineData("/steps/rest_api_1/body/key", "Who? #1")]
    [InlineData("/steps/respond_1/message", "Who is it? Press # to go on.")]
    public void A_question_mark_elsewhere_is_a_text(string place, string value)
    {
        var json = value.StartsWith('{') ? value : JsonSerializer.Serialize(value);
        Assert.Empty(Documents.Problems(Documents.With(place, json)));
    }

    [Fact]
    public void A_path_that_was_meant_to_be_an_expression_has_one_mistake() =>
        Assert.Equal(
            ["CXF2104"],
            Documents.Problems(Documents.With("/steps/rest_api_1/path", "\"{% '/x' %}?a=1\"")).Select(said => said.Code)
        );
}
