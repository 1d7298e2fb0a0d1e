using Cxf.Documents;
using Cxf.Flows.Contracts;
using Cxf.Flows.Reading;

namespace Cxf.Flows.Tests.Contracts;

public sealed class PayloadExampleTests
{
    private const string Respond = """{ "respond_1": { "kind": "respond", "message": "Done." } }""";

    [Theory]
    [InlineData("""{ "type": "string" }""")]
    [InlineData("""{ "type": "string", "minLength": 30 }""")]
    [InlineData("""{ "type": "string", "maxLength": 3 }""")]
    [InlineData("""{ "type": "string", "pattern": "^O-[0-9]+$" }""")]
    [InlineData("""{ "type": "string", "pattern": "^[A-Z]{2}\\d{2}[ ]?(\\d{4} ?){3}$" }""")]
    [InlineData("""{ "type": "string", "pattern": "^(?!0)(?!1)\\d{8}$" }""")]
    [InlineData("""{ "type": "string", "pattern": "^[^@\\s]+@[^@\\s]+\\.[a-z]{2,}$", "minLength": 12 }""")]
    [InlineData("""{ "type": "string", "pattern": "^\\p{Lu}\\p{Ll}+$" }""")]
    [InlineData("""{ "type": "string", "pattern": "^(yes|no)$", "minLength": 3 }""")]
    [InlineData("""{ "type": "integer", "minimum": 18 }""")]
    [InlineData("""{ "type": "integer", "maximum": -3 }""")]
    [InlineData("""{ "type": "number", "minimum": 0.25, "maximum": 0.75 }""")]
    [InlineData("""{ "type": "boolean" }""")]
    [InlineData("""{ "enum": ["a", "b"] }""")]
    [InlineData("""{ "type": "integer", "enum": ["text", 4] }""")]
    [InlineData("""{ "type": "array", "items": { "type": "string", "pattern": "^O-[0-9]+$" }, "minItems": 2 }""")]
    [InlineData("""{ "type": "array", "maxItems": 0 }""")]
    [InlineData("""{ "type": "object", "properties": { "id": { "type": "integer" } }, "required": ["id"] }""")]
    [InlineData("{}")]
    public void An_example_meets_its_contract(string field)
    {
        var flow = Read($$"""{ "type": "object", "properties": { "value": {{field}} }, "required": ["value"] }""", "[]");

        var example = PayloadExample.Of(flow);

        Assert.NotNull(example);
        Assert.Null(example.Test);
        Assert.Empty(flow.Input.Check(example.Json).Problems);
        Assert.True(example.Json.TryGetProperty("value", out _));
    }

    [Fact]
    public void A_test_that_expects_success_is_the_better_example()
    {
        const string tests = """
            [
              { "name": "refused", "payload": { "value": "0" }, "expect": { "status": "REJECTED" } },
              { "name": "fails", "payload": { "value": "1" }, "expect": { "status": "FAILED" } },
              { "name": "works", "payload": { "value": "2" }, "expect": { "status": "SUCCEEDED" } }
            ]
            """;
        var flow = Read(
            """{ "type": "object", "properties": { "value": { "type": "integer", "minimum": 1 } }, "required": ["value"] }""",
            tests
        );

        Assert.Equal(
            ("works", "2"),
            (PayloadExample.Of(flow)!.Test, PayloadExample.Of(flow)!.Json.GetProperty("value").GetString())
        );
    }

    [Fact]
    public void A_contract_that_no_value_meets_has_no_example()
    {
        var flow = Read(
            """
            { "type": "object", "properties": { "value": { "type": "string", "pattern": "^a(?=b)c$" } }, "required": ["value"] }
            """,
            "[]"
        );

        Assert.Null(PayloadExample.Of(flow));
    }

    private static Cxf.Flows.Model.FlowDefinition Read(string input, string tests)
    {
        var reading = FlowReader.Read(
            JsonSource.Parse(
                $$"""
                {
                  "flowId": "f", "caller": "waits", "input": {{input}}, "start": "respond_1", "steps": {{Respond}},
                  "tests": {{tests}}
                }
                """
            )
        );
        return reading.Flow ?? throw new InvalidOperationException(string.Join('\n', reading.Diagnostics));
    }
}
