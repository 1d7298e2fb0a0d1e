using System.Text.Json.Nodes;
using Cxf.Documents;
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
            "respond_1": { "kind": "respond", "message": "{% 'Number ' & $rest_api_1.body.id %}",
             "outputs": { "leadId": "{% $rest_api_1.body.id %}" } },
            "fail_1": { "kind": "fail", "message": "That did not work." }
          }
        }
        """;

    /// <summary>A flow with a step of every kind.</summary>
    public const string EveryKind = """
        {
          "flowId": "every_kind",
          "caller": "continues",
          "callerLimitSeconds": 6,
          "input": { "type": "object", "properties": { "orders": { "type": "array" }, "name": { "type": "string",
           "sensitive": true }, "at": { "type": "string" } }, "required": ["name", "at"] },
          "start": "transform_1",
          "steps": {
            "transform_1": { "kind": "transform", "position": { "x": 10, "y": 20.5 },
             "assign": { "customer": "{% $payload.name %}", "greeting": "Hello" }, "next": "wait_1" },
            "wait_1": { "kind": "wait", "seconds": 5, "next": "wait_2" },
            "wait_2": { "kind": "wait", "until": "{% $payload.at %}", "atMostSeconds": 60, "next": "parallel_1" },
            "parallel_1": {
              "kind": "parallel",
              "branches": {
                "crm": { "start": "crm_1", "steps": { "crm_1": { "kind": "restApi", "connection": "crm", "method": "GET",
                 "path": "/leads",
                  "paging": { "by": "cursor", "items": "/data", "next": "/cursor", "parameter": "after", "maxPages": 5 } } } },
                "pause": { "start": "wait_3", "steps": { "wait_3": { "kind": "wait", "seconds": "{% 1 + 1 %}",
                 "atMostSeconds": 3 } } }
              },
              "onError": { "ApiTimeout": "fail_1", "any": "fail_1" },
              "next": "for_each_1"
            },
            "for_each_1": {
              "kind": "forEach", "items": "{% $payload.orders %}", "atMost": 10, "item": "order", "index": "place",
               "concurrency": 2,
              "start": "order_1",
              "steps": {
                "order_1": { "kind": "transform", "assign": { "id": "{% $order.id & $place %}" }, "next": "order_2" },
                "order_2": { "kind": "restApi", "connection": "crm", "method": "POST", "path": "/orders",
                 "body": { "id": "{% $id %}" }, "select": "id" }
              },
              "onError": { "FlowExpression": "fail_1" },
              "next": "run_flow_1"
            },
            "run_flow_1": { "kind": "runFlow", "flowId": "other", "payload": { "count": "{% $count($for_each_1) %}" },
             "onError": { "FlowFailed": "fail_1" }, "next": "run_flow_2" },
            "run_flow_2": { "kind": "runFlow", "flowId": "other", "version": 3, "next": "decision_1" },
            "decision_1": { "kind": "decision", "choices": [{ "when": "{% $run_flow_1.message = '' %}", "next": "fail_1" }],
             "otherwise": "respond_1" },
            "respond_1": { "kind": "respond", "message": "{% $greeting & $parallel_1.crm.status %}" },
            "fail_1": { "kind": "fail", "message": "That did not work." }
          },
          "tests": [{ "name": "Nobody said when", "payload": { "name": "Ada", "at": "never" }, "expect": { "status": "FAILED",
           "errorCode": "FlowExpression" } }]
        }
        """;

    /// <summary>The document with the value at a JSON pointer replaced; null removes it.</summary>
    public static string With(string pointer, string? json, string document = Lead)
    {
        var root = JsonNode.Parse(document)!;
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

    public static FlowReading Read(string document, FlowContext? surroundings = null) =>
        FlowReader.Read(JsonSource.Parse(document), surroundings);

    public static IEnumerable<(string Code, string Pointer)> Problems(string document, FlowContext? surroundings = null) =>
        Read(document, surroundings).Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.Pointer));
}
