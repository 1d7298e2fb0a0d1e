using System.Text;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.ApiDescriptions;
using Cxf.Flows.Checks;
using Cxf.Flows.Model;
using Cxf.Flows.Reading;

namespace Cxf.OpenApi.Tests.Checks;

/// <summary>Calls of an API whose description is unusual, or contradicts itself: what is not known is no mistake.</summary>
public sealed class StrangeCallTests
{
    [Theory]
    [InlineData("type: string, enum: [1, 2]", "\"1\"", true)]
    [InlineData("type: string, enum: [1, 2]", "1", true)]
    [InlineData("type: string, enum: [1, 2]", "\"3\"", false)]
    [InlineData("type: integer, enum: ['1', '2']", "1", true)]
    [InlineData("type: integer, enum: ['1', '2']", "\"2\"", true)]
    [InlineData("type: integer, enum: ['1', '2']", "3", false)]
    [InlineData("type: boolean, enum: [true]", "true", true)]
    [InlineData("type: boolean, enum: [true]", "false", false)]
    [InlineData("type: array, enum: [a, b], items: { type: string }", "[\"a\"]", true)]
    [InlineData("type: array, items: { enum: [a, b] }", "[\"c\"]", false)]
    [InlineData("type: object, properties: { x: { enum: [a, b] } }", "{\"x\":null}", false)]
    [InlineData("type: string, nullable: true, enum: [a, b]", "null", true)]
    [InlineData("type: string, nullable: true, enum: [a, b]", "\"c\"", false)]
    [InlineData("nullable: true, allOf: [{ type: object, required: [x] }]", "null", true)]
    [InlineData("nullable: true, allOf: [{ type: object, required: [x] }]", "{}", false)]
    [InlineData("type: string, pattern: '/^[0-9]+$/'", "\"123\"", true)]
    [InlineData("type: string, pattern: '^[0-9]+$'", "\"abc\"", false)]
    [InlineData("allOf: [{ allOf: [{ type: object }] }]", "\"text\"", false)]
    [InlineData("type: object, patternProperties: { ^x: {} }, additionalProperties: false", "{\"xy\":1}", true)]
    [InlineData("type: object, properties: { y: {} }, additionalProperties: false", "{\"xy\":1}", false)]
    [InlineData("type: object, required: [x], properties: { y: {} }", "{\"x\":1}", true)]
    [InlineData("type: object, required: [x], properties: { y: {} }", "{\"y\":1}", false)]
    [InlineData("type: object, properties: { kind: {} }, discriminator: { propertyName: kind }", "{\"meow\":1}", true)]
    public void A_value_is_compared_as_far_as_the_description_makes_sense(string schema, string value, bool isRight)
    {
        var api = Api($"requestBody: {{ content: {{ application/json: {{ schema: {{ {schema} }} }} }} }}");
        var said = Read(api, $$"""{"operation":"a","body":{{value}}}""").Diagnostics;
        Assert.Equal(isRight ? [] : ["CXF2220"], said.Select(one => one.Code));
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=UTF-8")]
    [InlineData("Application/JSON")]
    [InlineData("application/vnd.api+json; version=1")]
    public void Parameters_and_capitals_of_a_content_type_change_nothing(string type)
    {
        var content =
            $"content: {{ '{type}': {{ schema: {{ type: object, required: [x], properties: {{ x: {{ type: string }} }} }} }} }}";
        var api = Api($"requestBody: {{ {content} }}, responses: {{ '200': {{ {content} }} }}");
        Assert.Empty(Read(api, """{"operation":"a","body":{"x":"y"}}""", "{% $call.body.x %}").Diagnostics);
        Assert.Equal("CXF2220", Assert.Single(Read(api, """{"operation":"a","body":{}}""").Diagnostics).Code);
        var said = Read(api, """{"operation":"a","body":{"x":"y"}}""", "{% $call.body.z %}").Diagnostics;
        Assert.Contains(said, one => one.Code == "CXF2223");
    }

    [Theory]
    [InlineData("application/xml", "type: object, properties: { x: {} }", "\"<x/>\"", null)]
    [InlineData("application/xml", "type: object, properties: { x: {} }", "\"{% $payload.text %}\"", null)]
    [InlineData("application/xml", "type: object, properties: { x: {} }", "{\"x\":1}", "CXF2220")]
    [InlineData("text/plain", "type: string", "\"text\"", null)]
    [InlineData("text/plain; charset=utf-8", "type: string", "5", "CXF2220")]
    [InlineData(Form, CardOfForm, "{\"card[number]\":\"4\"}", null)]
    [InlineData(Form, CardOfForm, "{\"card[number]\":\"4\",\"cart[number]\":\"4\"}", "CXF2221")]
    [InlineData(Form, CardOfForm, "{\"cart[number]\":\"4\"}", "CXF2220 CXF2221")]
    public void Bodies_that_are_not_JSON_are_compared_as_they_are_sent(string type, string schema, string body, string? codes)
    {
        var api = Api($"requestBody: {{ content: {{ '{type}': {{ schema: {{ {schema} }} }} }} }}");
        var said = Read(api, $$"""{"operation":"a","body":{{body}}}""").Diagnostics.Select(one => one.Code).Order();
        Assert.Equal(codes ?? "", string.Join(' ', said));
    }

    private const string Form = "application/x-www-form-urlencoded";
    private const string CardOfForm = "type: object, required: [card], properties: { card: { type: object } }";

    private const string Created =
        "{ name: created, in: query, required: true, style: deepObject, schema: { type: object, required: [gte], "
        + "properties: { gte: { type: integer }, by: { type: object, properties: { id: { type: string } } } } } }";

    private const string Page = "{ name: page, in: query, schema: { type: object, properties: { size: { type: integer } } } }";

    private const string Open = "{ name: filter, in: query, style: deepObject, schema: { type: object } }";

    private const string Either =
        "{ name: at, in: query, style: deepObject, schema: { anyOf: [{ type: integer }, { properties: { lt: {} } }] } }";

    [Theory]
    [InlineData(Created, """{"created[gte]":5,"created[by][id]":"x"}""", null)]
    [InlineData(Created, """{"created[gte]":"x"}""", "CXF2219")]
    [InlineData(Created, """{"created[gte]":5,"created[gt]":5}""", "CXF2217")]
    [InlineData(Created, """{"created[by][id]":"x"}""", "CXF2218")]
    [InlineData(Page, """{"size":5}""", null)]
    [InlineData(Page, """{"page":{"size":5}}""", "CXF2217")]
    [InlineData(Open, """{"filter[any][thing]":5}""", null)]
    [InlineData(Open, """{"filtre[any]":5}""", "CXF2217")]
    [InlineData(Either, """{"at":5}""", null)]
    [InlineData(Either, """{"at[lt]":5}""", null)]
    public void An_object_in_the_query_is_given_by_its_members(string parameter, string given, string? code)
    {
        var api = Api($"parameters: [{parameter}]");
        foreach (
            var call in (string[])
                [$$"""{"operation":"GET /a","parameters":{{given}}}""", $$"""{"method":"GET","path":"/a","query":{{given}}}"""]
        )
        {
            var reading = Read(api, call);
            Assert.Equal(code is null ? [] : [code], reading.Diagnostics.Select(one => one.Code));
            if (code is null)
            {
                var step = reading.Flow!.AllSteps.OfType<RestApiStep>().Single();
                Assert.Equal(given, step.Query!.Json.GetRawText());
            }
        }
    }

    [Fact]
    public void A_name_that_two_required_parameters_have_cannot_be_given()
    {
        var api = Api(
            "parameters: [{ name: id, in: query, required: true, schema: {} }, "
                + "{ name: id, in: path, required: true, schema: {} }]",
            "/a/{id}"
        );
        var said = Assert.Single(Read(api, """{"operation":"GET /a/{id}","parameters":{"id":"x"}}""").Diagnostics);
        Assert.Equal(("CXF2218", "/steps/call/operation"), (said.Code, said.Pointer));
        Assert.Empty(Read(api, """{"method":"GET","path":"/a/x","query":{"id":"x"}}""").Diagnostics);
    }

    [Fact]
    public void Parameters_that_cannot_be_read_may_be_any() =>
        Assert.Empty(
            Read(
                Api("parameters: [{ $ref: '#/components/parameters/lost' }]"),
                """{"operation":"GET /a","parameters":{"lost":1}}"""
            ).Diagnostics
        );

    [Theory]
    [InlineData("/leads/search", "/leads/{leadIdentifier}", "/leads/search", "/leads/search")]
    [InlineData("/leads/7", "/leads/{leadIdentifier}", "/leads/search", "/leads/{leadIdentifier}")]
    [InlineData("/calls/7.json", "/calls/{id}.json", "/calls/{identifier}", "/calls/{id}.json")]
    [InlineData("/y/x", "/{anything}/x", "/y/{b}", "/y/{b}")]
    [InlineData("{% '/calls/' & $payload.text %}", "/calls/{id}.json", "/calls/{id}", null)]
    [InlineData("{% '/calls/' & $payload.text & '/stop' %}", "/calls/{id}/{action}", "/calls/{id}/stop", "/calls/{id}/stop")]
    public void What_is_spelled_out_goes_before_a_parameter(string path, string one, string other, string? operation)
    {
        foreach (
            var paths in (string[][])
                [
                    [one, other],
                    [other, one],
                ]
        )
        {
            var api = Describe($"openapi: 3.0.3\npaths: {{ '{paths[0]}': {{ get: {{}} }}, '{paths[1]}': {{ get: {{}} }} }}");
            var reading = Read(api, $$"""{"method":"GET","path":"{{path}}"}""");
            Assert.Empty(reading.Diagnostics);
            Assert.Equal(operation, reading.Flow!.AllSteps.OfType<RestApiStep>().Single().Described?.Path);
        }
    }

    [Theory]
    [InlineData("$call.body.meow", false)]
    [InlineData("$call.body.wrapped.meow", false)]
    [InlineData("$call.body.cat.meow", false)]
    [InlineData("$call.body.cat.bark", true)]
    public void A_type_with_a_discriminator_may_be_one_that_is_made_of_it(string expression, bool isWrong)
    {
        var api = Describe(
            """
            openapi: 3.0.3
            paths: { /a: { get: { operationId: a, responses: { '200': { content: { application/json: { schema:
              { $ref: '#/components/schemas/Pet' } } } } } } } }
            components:
              schemas:
                Pet:
                  type: object
                  required: [kind, wrapped, cat]
                  discriminator: { propertyName: kind }
                  properties:
                    kind: { type: string }
                    wrapped: { allOf: [{ $ref: '#/components/schemas/Pet' }] }
                    cat: { $ref: '#/components/schemas/Cat' }
                Cat:
                  allOf:
                    - $ref: '#/components/schemas/Pet'
                    - { type: object, required: [meow], properties: { meow: {} } }
            """
        );
        var said = Read(api, """{"operation":"a"}""", $"{{% $string({expression}) %}}").Diagnostics;
        Assert.Equal(isWrong, said.Any(one => one.Code == "CXF2223"));
    }

    [Theory]
    [InlineData("type: integer, example: '12'", "12")]
    [InlineData("type: string, example: 12", "\"12\"")]
    [InlineData("type: string, example: true", "\"true\"")]
    [InlineData("type: boolean, example: 'false'", "false")]
    [InlineData("type: integer, example: many", "1")]
    [InlineData("type: array, items: { type: string }, example: a", "[\"text\"]")]
    [InlineData("type: object, properties: { a: { type: boolean } }, example: a", "{\"a\":true}")]
    [InlineData("type: integer, maximum: -1", "-1")]
    [InlineData("type: number, maximum: 0.5", "0.5")]
    [InlineData("type: integer, minimum: 1.5", "2")]
    [InlineData("nullable: true, allOf: [{ type: array, items: { type: boolean } }]", "[true]")]
    [InlineData("type: string, pattern: '^A[0-9]{0}B?C$', minLength: 3", "\"ABC\"")]
    [InlineData("allOf: [{ type: array, items: { type: boolean } }, { description: d }, { readOnly: true }]", "[true]")]
    [InlineData("type: object, required: [a, b], properties: { a: { type: boolean } }", "{\"a\":true,\"b\":\"text\"}")]
    [InlineData(
        "type: object, properties: { a: { type: boolean } }, oneOf: [{ properties: { b: { enum: [1] } } }, {}]",
        "{\"a\":true,\"b\":1}"
    )]
    [InlineData("allOf: [{ type: string, format: date }]", "\"2026-01-31\"")]
    [InlineData("allOf: [{ allOf: [{ type: object, properties: { a: { type: boolean } } }] }]", "{\"a\":true}")]
    public void A_made_up_answer_has_the_types_of_its_schema(string schema, string answer)
    {
        var api = Api($"responses: {{ '200': {{ content: {{ application/json: {{ schema: {{ {schema} }} }} }} }} }}");
        Assert.Equal(answer, ExampleAnswer.Of(api.Operations["a"], ExampleChoices.Plain).Body.GetRawText());
    }

    private static ApiDescription Api(string operation, string path = "/a")
    {
        var method = operation.StartsWith("param") ? "get" : "post";
        return Describe($"openapi: 3.0.3\npaths: {{ '{path}': {{ {method}: {{ operationId: a, {operation} }} }} }}");
    }

    private static ApiDescription Describe(string document) => Apis.Describe(Encoding.UTF8.GetBytes(document));

    private static FlowReading Read(ApiDescription api, string call, string message = "Done.")
    {
        var id = ConnectionId.Parse("api");
        var tenant = new FlowContext(new Dictionary<ConnectionId, IReadOnlyCollection<string>> { [id] = ["GET", "POST"] })
        {
            Descriptions = new Dictionary<ConnectionId, ApiDescription> { [id] = api },
        };
        return FlowReader.Read(JsonSource.Parse(DescribedFlow.Document("api", call, message)), tenant);
    }
}
