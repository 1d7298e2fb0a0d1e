using System.Text.Json.Nodes;
using Cxf.ApiCalls.Diagnostics;
using Cxf.Flows.Checks;
using Cxf.Flows.Reading;

namespace Cxf.Flows.Tests;

/// <summary>A small flow document that is right, to be changed by each test in one place.</summary>
internal static class Documents
{
    public const string Lead = """
        {
          "flowId": "create_lead",
          "input": { "type": "object", "properties": { "userInput": { "type": "string" } }, "required": ["userInput"] },
          "start": "rest_api_1",
          "steps": {
            "rest_api_1": {
              "kind": "restApi", "connection": "crm", "method": "POST", "path": "/leads",
              "body": { "key": "{% $payload.userInput %}" },
              "onError": { "any": "fail_1" },
              "next": "decision_1"
            },
            "decision_1": {
              "kind": "decision",
              "choices": [{ "when": "{% $rest_api_1.status = 201 %}", "next": "respond_1" }],
              "otherwise": "fail_1"
            },
            "respond_1": { "kind": "respond", "message": "{% 'Number ' & $rest_api_1.body.id %}", "outputs": { "leadId": "{% $rest_api_1.body.id %}" } },
            "fail_1": { "kind": "fail", "message": "That did not work." }
          }
        }
        """;

    /// <summary>The document with the value at a JSON pointer replaced; null removes it.</summary>
    public static string With(string pointer, string? json)
    {
        var root = JsonNode.Parse(Lead)!;
        var parts = pointer.Split('/')[1..];
        var holder = parts[..^1].Aggregate(root, (node, part) => node is JsonArray array ? array[int.Parse(part)]! : node[part]!);
        if (json is null)
        {
            holder.AsObject().Remove(parts[^1]);
        }
        else if (holder is JsonArray items)
        {
            items[int.Parse(parts[^1])] = JsonNode.Parse(json);
        }
        else
        {
            holder[parts[^1]] = JsonNode.Parse(json);
        }

        return root.ToJsonString();
    }

    public static FlowReading Read(string document, FlowSurroundings? surroundings = null) =>
        FlowReader.Read(JsonSource.Parse(document), surroundings);

    public static IEnumerable<(string Code, string Pointer)> Problems(string document, FlowSurroundings? surroundings = null) =>
        Read(document, surroundings).Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.Pointer));
}
