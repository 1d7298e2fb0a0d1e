using System.Text;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.ApiDescriptions;
using Cxf.Flows.Checks;
using Cxf.Flows.Reading;

namespace Cxf.OpenApi.Tests.Checks;

/// <summary>What a description says about the length of a field counts when an answer to Amazon Connect is measured.</summary>
public sealed class AnswerSizeTests
{
    private const string Notes = """
        openapi: 3.0.3
        info: { title: Notes, version: "1" }
        servers: [{ url: https://notes.example.com }]
        paths:
          /note:
            get:
              operationId: getNote
              responses:
                "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } } }
        components:
          schemas:
            Base: { type: object, required: [inherited], properties: { inherited: { type: string, maxLength: 33000 } } }
            Note:
              allOf: [{ $ref: "#/components/schemas/Base" }]
              type: object
              required: [title, long, any, colour, lines, tags, owner, parent, either]
              properties:
                title: { type: string, maxLength: 80 }
                long: { type: string, maxLength: 65535 }
                any: { type: string }
                colour: { type: string, maxLength: 40000, enum: [red, blue] }
                lines: { type: array, maxItems: 500, items: { type: string, maxLength: 100 } }
                tags: { type: array, items: { type: string, maxLength: 100 } }
                owner:
                  type: object
                  required: [name, biography]
                  properties: { name: { type: string, maxLength: 60 }, biography: { type: string, maxLength: 40000 } }
                parent: { $ref: "#/components/schemas/Note" }
                either: { oneOf: [{ type: integer }, { type: string, maxLength: 50000 }] }
        """;

    private static readonly FlowContext Tenant = new(
        new Dictionary<ConnectionId, IReadOnlyCollection<string>> { [ConnectionId.Parse("notes")] = ["GET"] }
    )
    {
        Descriptions = new Dictionary<ConnectionId, ApiDescription>
        {
            [ConnectionId.Parse("notes")] = Apis.Describe(Encoding.UTF8.GetBytes(Notes)),
        },
    };

    [Theory]
    [InlineData("$call.body.title", false)]
    [InlineData("$call.body.long", true)]
    [InlineData("'It says: ' & $call.body.long", true)]
    [InlineData("$substring($call.body.long, 0, 1000)", false)]
    [InlineData("$string($length($call.body.long))", false)]
    [InlineData("$call.body.any", false)]
    [InlineData("$call.body.colour", false)]
    [InlineData("$join($call.body.lines, ' ')", true)]
    [InlineData("$join($call.body.tags, ' ')", false)]
    [InlineData("$call.body.owner.name", false)]
    [InlineData("$call.body.owner.biography", true)]
    [InlineData("$string($call.body.owner)", true)]
    [InlineData("$call.body.parent.parent.long", true)]
    [InlineData("$call.body.parent.parent.title", false)]
    [InlineData("$string($call.body.either)", true)]
    [InlineData("$call.body.inherited", true)]
    public void A_field_is_as_large_as_its_description_lets_it_be(string message, bool isNoticed)
    {
        var document = DescribedFlow.Document("notes", """{"operation":"getNote"}""", $"{{% {message} %}}");
        var said = FlowReader.Read(JsonSource.Parse(document), Tenant).Diagnostics;
        Assert.Equal(isNoticed, said.Any(one => one.Code == "CXF2304"));
        Assert.DoesNotContain(said, one => one.Severity == DiagnosticSeverity.Error);
    }
}
