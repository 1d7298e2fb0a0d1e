using Cxf.ApiCalls.Connections;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;

namespace Cxf.Local.NewDocuments;

/// <summary>
/// The first version of a flow, which is free of errors and passes its own tests. It is a text, so that it looks as a person
/// would write it.
/// </summary>
internal static class NewFlow
{
    /// <summary>A flow that calls nothing.</summary>
    public static string Greeting(FlowId flow, string? schema) =>
        $$"""
            {{{Schema(schema)}}
              "flowId": "{{flow}}",
              "description": "Welcome to our line. The flow answers without a call to another system.",
              "start": "respond_1",
              "steps": {
                "respond_1": { "kind": "respond", "message": "Thank you for calling." }
              },
              "tests": [
                {
                  "name": "The caller hears the answer",
                  "expect": { "status": "SUCCEEDED", "message": "Thank you for calling.", "path": ["respond_1"] }
                }
              ]
            }

            """;

    /// <summary>A flow that calls a connection with a method that it allows.</summary>
    public static string Calling(FlowId flow, ConnectionId id, ApiConnection connection, string? schema) =>
        connection.Methods.Contains("GET") ? Reading(flow, id, schema) : Writing(flow, id, connection.Methods.First(), schema);

    private static string Reading(FlowId flow, ConnectionId connection, string? schema) =>
        $$"""
            {{{Schema(schema)}}
              "flowId": "{{flow}}",
              "description": "We look up your order. Asks for a number and says the state of the order.",
              "input": {
                "type": "object",
                "properties": {
                  "number": {
                    "type": "string",
                    "pattern": "^[0-9]{1,10}$",
                    "description": "Please enter the number of your order."
                  }
                },
                "required": ["number"]
              },
              "start": "rest_api_1",
              "steps": {
                "rest_api_1": {
                  "kind": "restApi",
                  "connection": "{{connection}}",
                  "method": "GET",
                  "path": "{% '/orders/' & $payload.number %}",
                  "select": "{ 'state': state }",
                  "timeoutSeconds": 3,
                  "onError": { "ApiNotFound": "respond_2", "any": "fail_1" },
                  "next": "respond_1"
                },
                "respond_1": {
                  "kind": "respond",
                  "message": "{% 'Your order is ' & $rest_api_1.body.state & '.' %}",
                  "outputs": { "state": "{% $rest_api_1.body.state %}" }
                },
                "respond_2": { "kind": "respond", "message": "We do not know this number." },
                "fail_1": { "kind": "fail", "message": "We cannot look up your order at the moment." }
              },
              "tests": [
                {
                  "name": "The caller hears the state",
                  "payload": { "number": "4711" },
                  "answers": { "rest_api_1": [{ "status": 200, "body": { "state": "shipped" } }] },
                  "expect": {
                    "status": "SUCCEEDED",
                    "message": "Your order is shipped.",
                    "outputs": { "state": "shipped" },
                    "path": ["rest_api_1", "respond_1"],
                    "requests": { "rest_api_1": [{ "method": "GET", "path": "/orders/4711" }] }
                  }
                },
                {
                  "name": "A number that does not exist",
                  "payload": { "number": "1" },
                  "answers": { "rest_api_1": [404] },
                  "expect": { "status": "SUCCEEDED", "message": "We do not know this number." }
                },
                {
                  "name": "The other system is down",
                  "payload": { "number": "1" },
                  "answers": { "rest_api_1": ["refuseConnection"] },
                  "expect": { "status": "FAILED", "errorCode": "ApiUnavailable" }
                }
              ]
            }

            """;

    private static string Writing(FlowId flow, ConnectionId connection, string method, string? schema) =>
        $$"""
            {{{Schema(schema)}}
              "flowId": "{{flow}}",
              "description": "We note your request. Asks for a number and sends it.",
              "input": {
                "type": "object",
                "properties": {
                  "number": { "type": "string", "pattern": "^[0-9]{1,10}$", "description": "Please enter your customer number." }
                },
                "required": ["number"]
              },
              "start": "rest_api_1",
              "steps": {
                "rest_api_1": {
                  "kind": "restApi",
                  "connection": "{{connection}}",
                  "method": "{{method}}",
                  "path": "/requests",
                  "body": { "customer": "{% $payload.number %}" },
                  "timeoutSeconds": 3,
                  "onError": { "any": "fail_1" },
                  "next": "respond_1"
                },
                "respond_1": { "kind": "respond", "message": "Thank you. Your request is noted." },
                "fail_1": { "kind": "fail", "message": "We cannot note your request at the moment." }
              },
              "tests": [
                {
                  "name": "A request is noted",
                  "payload": { "number": "4711" },
                  "answers": { "rest_api_1": [201] },
                  "expect": {
                    "status": "SUCCEEDED",
                    "message": "Thank you. Your request is noted.",
                    "path": ["rest_api_1", "respond_1"],
                    "requests": { "rest_api_1": [{ "method": "{{method}}", "body": { "customer": "4711" } }] }
                  }
                },
                {
                  "name": "The other system is down",
                  "payload": { "number": "4711" },
                  "answers": { "rest_api_1": ["refuseConnection"] },
                  "expect": { "status": "FAILED", "errorCode": "ApiUnavailable" }
                }
              ]
            }

            """;

    private static string Schema(string? schema) => schema is null ? "" : $"\n  \"$schema\": \"{schema}\",";
}
