using System.Text;
using System.Text.Json;
using Cxf.Flows.ApiDescriptions;

namespace Cxf.OpenApi.Tests.Import;

/// <summary>What is valid but unusual in a document, or wrong in a way that its readers understand.</summary>
public sealed class StrangeDocumentTests
{
    [Theory]
    [InlineData("3.0.3", "type: string, nullable: true")]
    [InlineData("3.1.0", "type: string, nullable: true")]
    [InlineData("3.1.0", "type: [string, 'null']")]
    [InlineData("3.0.3", "nullable: true, allOf: [{ type: string }]")]
    [InlineData("3.0.3", "nullable: true, $ref: '#/components/schemas/Name'")]
    [InlineData("3.0.3", "type: string, x-nullable: true")]
    [InlineData("3.0.3", "type: string, nullable: true, enum: [a, b]")]
    [InlineData("3.0.3", "type: string, nullable: true, enum: [a, null]")]
    public void A_value_may_be_null_however_a_document_says_it(string version, string schema)
    {
        var property = Property(version, schema);
        Assert.True(property.IsNullable);
        Assert.Equal(["string", "null"], property.AllTypes);
        Assert.DoesNotContain(property.Allowed, one => one.ToString().Contains("sentinel"));
    }

    [Theory]
    [InlineData("const: 5", "[5]")]
    [InlineData("const: true", "[true]")]
    [InlineData("const: a", "[\"a\"]")]
    [InlineData("const: null", "[null]")]
    [InlineData("enum: [1, a, null]", "[1,\"a\",null]")]
    public void Allowed_values_keep_their_types(string schema, string allowed) =>
        Assert.Equal(allowed, JsonSerializer.Serialize(Property("3.1.0", schema).Allowed));

    [Theory]
    [InlineData("maxLength: 4294967295")]
    [InlineData("minItems: 1.5")]
    [InlineData("maxItems: 1.0e+30")]
    public void A_count_that_no_value_reaches_is_left_out(string count) =>
        Assert.Equal(["string"], Property("3.0.3", $"type: string, {count}").Types);

    [Theory]
    [InlineData("3.1.0", "$ref: '#/components/schemas/Name', readOnly: true")]
    [InlineData("3.0.3", "allOf: [{ $ref: '#/components/schemas/Name' }, { readOnly: true }]")]
    [InlineData("3.0.3", "allOf: [{ $ref: '#/components/schemas/Name' }], readOnly: true")]
    public void A_member_is_read_only_however_a_document_says_it(string version, string schema) =>
        Assert.True(Property(version, schema).IsReadOnly);

    [Theory]
    [InlineData("3.0.3")]
    [InlineData("3.1.0")]
    public void Members_that_match_a_pattern_are_allowed(string version)
    {
        var property = Property(
            version,
            "type: object, patternProperties: { ^x: { type: string } }, additionalProperties: false"
        );
        Assert.True(property.AllowsOthers);
        Assert.True(property.Others?.Types is not [_, ..]);
    }

    [Theory]
    [InlineData("Page«Lead»", "Page%C2%ABLead%C2%BB")]
    [InlineData("a/b", "a~1b")]
    [InlineData("a~b", "a~0b")]
    [InlineData("Lead Page", "Lead%20Page")]
    [InlineData("List`1[Lead]", "List`1%5BLead%5D")]
    public void A_type_may_have_any_name(string name, string reference)
    {
        var description = Describe(
            $$"""
            openapi: 3.0.3
            paths: { /a: { get: { operationId: a, responses: { '200': { content: { application/json: { schema:
              { $ref: '#/components/schemas/{{reference}}' } } } } } } } }
            components: { schemas: { '{{name}}': { type: object, properties: { id: { type: integer } } } } }
            """
        );
        Assert.NotNull(description.Operations["a"].Answers[0].Schema!.Property("id"));
    }

    [Fact]
    public void References_lead_to_parts_of_other_operations()
    {
        var description = Describe(
            """
            openapi: 3.0.3
            paths:
              /a/{id}:
                get:
                  operationId: a
                  parameters: [{ $ref: '#/paths/~1b~1{id}/post/parameters/0' }]
                  responses: { '200': { $ref: '#/paths/~1b~1{id}/post/responses/200' } }
                post: { operationId: c, requestBody: { $ref: '#/paths/~1b~1{id}/post/requestBody' }, responses: {} }
              /b/{id}:
                post:
                  operationId: b
                  parameters: [{ name: q, in: query, schema: { type: integer } }]
                  requestBody: { content: { application/json: { schema: { type: object, required: [x] } } } }
                  responses: { '200': { content: { application/json: { schema: { type: object, required: [y] } } } } }
              /d: { $ref: '#/paths/~1e' }
              /e: { get: { operationId: e, responses: { '204': {} } } }
            """
        );
        Assert.Equal(["q", "id"], description.Operations["a"].Parameters.Select(one => one.Name));
        Assert.Equal(["y"], description.Operations["a"].Answers[0].Schema!.Required);
        Assert.Equal(["x"], description.Operations["c"].Body!.Content[0].Value.Required);
        Assert.Equal("204", description.Find("GET /d")!.Answers[0].Status);
    }

    [Fact]
    public void Aliases_mean_the_last_anchor_before_them_and_merges_reach_through_merges()
    {
        var description = Describe(
            """
            openapi: 3.0.3
            x-one: &one { type: object, properties: { a: { type: string } } }
            x-two: &two { <<: *one, required: [a] }
            x-three: &three { <<: [*two, { type: array }], title: three }
            x-again: &again { type: integer }
            paths:
              /a:
                post:
                  operationId: a
                  requestBody: { content: { application/json: { schema: *three } } }
                  parameters: [{ name: p, in: query, schema: *again }, { name: q, in: query, schema: &again { type: string } }]
                  responses: {}
            """
        );
        var body = description.Operations["a"].Body!.Content[0].Value;
        Assert.Equal("object", Assert.Single(body.Types));
        Assert.Equal("a", Assert.Single(body.Required));
        Assert.NotNull(body.Property("a"));
        Assert.Equal(["integer", "string"], description.Operations["a"].Parameters.SelectMany(one => one.Schema.Types));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_document() =>
        Assert.NotNull(Describe("\uFEFFopenapi: 3.0.3\npaths: { /a: { get: { operationId: a } } }").Find("a"));

    [Fact]
    public void Operations_on_another_server_are_named()
    {
        var result = OpenApiImport.Read(
            """
            openapi: 3.0.3
            servers: [{ url: https://api.example.com/ }]
            paths:
              /a: { servers: [{ url: https://files.example.com }], get: {}, put: { servers: [{ url: https://api.example.com }] } }
              /b: { get: {} }
            """u8.ToArray(),
            new ImportOptions()
        );
        Assert.Equal(1, result.Unsupported["operations on another server (https://files.example.com)"]);
    }

    [Theory]
    [InlineData("""{"A":{"$ref":"A"}}""")]
    [InlineData("""{"A":{"$ref":"B"},"B":{"$ref":"A"}}""")]
    [InlineData("""{"A":{"allOf":[{"$ref":"A"}]}}""")]
    [InlineData("""{"A":{"anyOf":[{"$ref":"A"},{"type":"string"}]}}""")]
    [InlineData("""{"A":{"anyOf":[{"$ref":"A"},{"$ref":"A"}]}}""")]
    [InlineData("""{"A":{"type":"array","minItems":1,"items":{"$ref":"A"}}}""")]
    [InlineData("""{"A":{"type":"array","minItems":1000000000,"items":{"type":"string"}}}""")]
    [InlineData("""{"A":{"type":"object","required":["a","b"],"properties":{"a":{"$ref":"A"},"b":{"$ref":"A"}}}}""")]
    public void A_type_that_contains_itself_ends(string types)
    {
        const string Operations = """
            {"format":1,"operations":{"a":{"method":"GET","path":"/a","answers":
            {"200":{"type":"application/json","schema":{"$ref":"A"}}}}},"types":
            """;
        var stored = Operations + types + "}";
        var operation = ApiDescription.Read(Encoding.UTF8.GetBytes(stored), out _)!.Operations["a"];
        Assert.InRange(operation.Answers[0].Schema!.AllTypes.Count, 0, 2);
        for (var seed = 0; seed < 20; seed++)
        {
            var answer = ExampleAnswer.Of(operation, seed == 0 ? ExampleChoices.Plain : ExampleChoices.Seeded(seed, 0));
            Assert.InRange(answer.Body.GetRawText().Length, 1, 1_000_000);
        }
    }

    private static ApiSchema Property(string version, string schema) =>
        Describe(
            $$"""
            openapi: {{version}}
            paths: { /a: { post: { operationId: a, responses: {}, requestBody: { content: { application/json: { schema:
              { type: object, properties: { p: { {{schema}} } } } } } } } } }
            components: { schemas: { Name: { type: string } } }
            """
        )
            .Operations["a"]
            .Body!.Content[0]
            .Value.Property("p")!;

    private static ApiDescription Describe(string document) => Apis.Describe(Encoding.UTF8.GetBytes(document));
}
