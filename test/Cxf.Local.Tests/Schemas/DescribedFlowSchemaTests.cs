using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.ApiDescriptions;
using Cxf.Local.Schemas;

namespace Cxf.Local.Tests.Schemas;

/// <summary>What an editor completes in a call to a described API.</summary>
public sealed class DescribedFlowSchemaTests
{
    private static readonly ApiDescription Crm = ApiDescription.Read(
        """
        {
          "format": 1,
          "source": {"title": "CRM", "version": "1", "from": "crm.yaml", "openapi": "3.0.3"},
          "operations": {
            "createLead": {
              "method": "POST", "path": "/leads", "summary": "Create a lead",
              "body": {"required": true, "content": {"application/json": {"$ref": "Lead"}}},
              "answers": {}
            },
            "getLead": {
              "method": "GET", "path": "/leads/{id}",
              "parameters": [{"name": "fields", "in": "query", "schema": {"type": "string", "enum": ["all", "few"]}}],
              "answers": {}
            }
          },
          "types": {
            "Lead": {
              "type": "object", "required": ["lastName"],
              "properties": {
                "id": {"type": "string", "readOnly": true},
                "lastName": {"type": "string"},
                "born": {"type": "string", "format": "date"},
                "parent": {"$ref": "Lead"}
              }
            }
          }
        }
        """u8.ToArray(),
        out _
    )!;

    private static readonly JsonElement RestApi = JsonElement
        .Parse(DescribedFlowSchema.Write(new Dictionary<ConnectionId, ApiDescription> { [ConnectionId.Parse("crm")] = Crm }))
        .GetProperty("$defs")
        .GetProperty("restApi");

    [Fact]
    public void The_operations_and_paths_of_a_connection_are_offered_where_it_is_called()
    {
        var connection = Assert.Single(RestApi.GetProperty("allOf").EnumerateArray());
        Assert.Equal("crm", connection.GetProperty("if").GetProperty("properties").GetProperty("connection").Text("const"));
        var offered = connection.GetProperty("then").GetProperty("properties");
        var ids = offered.GetProperty("operation").GetProperty("anyOf")[0];
        Assert.Equal(["createLead", "getLead"], ids.GetProperty("enum").Texts());
        Assert.Equal(["POST /leads: Create a lead", "GET /leads/{id}"], ids.GetProperty("enumDescriptions").Texts());
        Assert.Equal(["/leads", "/leads/{id}"], offered.GetProperty("path").GetProperty("examples").Texts());
    }

    [Fact]
    public void The_parameters_of_an_operation_are_offered_with_what_they_must_be()
    {
        var parameters = Of("getLead").GetProperty("parameters").GetProperty("properties");
        Assert.Equal("query, string, one of all, few", parameters.GetProperty("fields").Text("description"));
        Assert.Equal("path, required, any", parameters.GetProperty("id").Text("description"));
    }

    [Fact]
    public void The_members_of_a_body_are_offered_without_those_that_only_answers_have_and_a_type_in_itself_ends()
    {
        var body = Of("createLead").GetProperty("body").GetProperty("properties");
        Assert.Equal(["lastName", "born", "parent"], body.EnumerateObject().Select(member => member.Name));
        Assert.Equal("string, date", body.GetProperty("born").Text("description"));
        var inner = body.GetProperty("parent").GetProperty("properties").GetProperty("parent").GetProperty("properties");
        Assert.Equal("string", inner.GetProperty("lastName").Text("description"));
        Assert.False(
            inner.GetProperty("parent").GetProperty("properties").GetProperty("parent").TryGetProperty("properties", out _)
        );
    }

    [Fact]
    public void An_API_with_very_many_operations_has_their_names_only()
    {
        var many = new JsonObject();
        for (var number = 0; number < 500; number++)
        {
            many[$"op{number}"] = new JsonObject { ["method"] = "GET", ["path"] = $"/things/{number}" };
        }

        var description = ApiDescription.Read(
            JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["format"] = 1, ["operations"] = many }),
            out _
        )!;
        var then = JsonElement
            .Parse(
                DescribedFlowSchema.Write(
                    new Dictionary<ConnectionId, ApiDescription> { [ConnectionId.Parse("big")] = description }
                )
            )
            .GetProperty("$defs")
            .GetProperty("restApi")
            .GetProperty("allOf")[0]
            .GetProperty("then");
        Assert.Equal(500, then.GetProperty("properties").GetProperty("path").GetProperty("examples").GetArrayLength());
        Assert.False(then.TryGetProperty("allOf", out _));
    }

    private static JsonElement Of(string operation) =>
        RestApi
            .GetProperty("allOf")[0]
            .GetProperty("then")
            .GetProperty("allOf")
            .EnumerateArray()
            .Single(one => one.GetProperty("if").GetProperty("properties").GetProperty("operation").Text("const") == operation)
            .GetProperty("then")
            .GetProperty("properties");
}
