using Cxf.Flows.Tests.Catalogue;

namespace Cxf.Flows.Tests.Checks;

/// <summary>One mistake of an author, one diagnostic: nothing that only follows from it is reported.</summary>
public sealed class SingleMistakeTests
{
    /// <summary>A flow that is right, in which everything that is set is also read.</summary>
    private const string Right = """
        {
          "flowId": "orders", "caller": "continues",
          "input": { "type": "object", "properties": { "number": { "type": "string" }, "orders": { "type": "array" } },
           "required": ["number"], "additionalProperties": false },
          "start": "look_up",
          "steps": {
            "look_up": { "kind": "restApi", "connection": "crm", "method": "GET",
             "path": "{% '/customers/' & $payload.number %}", "timeoutSeconds": 2, "onError": { "ApiNotFound": "nobody" },
             "next": "remember" },
            "remember": { "kind": "transform", "assign": { "name": "{% $look_up.body.name %}" }, "next": "which" },
            "which": { "kind": "decision", "choices": [{ "when": "{% $look_up.status = 200 %}", "next": "pause" }],
             "otherwise": "nobody" },
            "pause": { "kind": "wait", "seconds": 1, "next": "both" },
            "both": { "kind": "parallel", "branches": {
              "notes": { "start": "read_notes", "steps": { "read_notes": { "kind": "restApi", "connection": "crm",
               "method": "GET", "path": "/notes", "select": "text" } } },
              "hello": { "start": "greet", "steps": { "greet": { "kind": "transform",
               "assign": { "greeting": "{% 'Hello ' & $name %}" } } } } },
              "onError": { "any": "sorry" }, "next": "each_1" },
            "each_1": { "kind": "forEach", "items": "{% $payload.orders %}", "atMost": 5, "item": "order", "index": "place",
             "start": "ask_order", "steps": {
              "ask_order": { "kind": "restApi", "connection": "crm", "method": "GET",
               "path": "{% '/orders/' & $order.id & '/' & $string($place) %}", "select": "id" } }, "next": "tell" },
            "tell": { "kind": "runFlow", "flowId": "notify", "payload": { "count": "{% $count($each_1) %}" }, "next": "answer" },
            "answer": { "kind": "respond", "message": "{% $both.hello.greeting & $tell.message %}",
             "outputs": { "notes": "{% $both.notes.body %}" } },
            "nobody": { "kind": "fail", "message": "{% 'Nobody: ' & $look_up.error %}" },
            "sorry": { "kind": "fail", "message": "Sorry." }
          },
          "tests": [{
            "name": "Finds the customer", "payload": { "number": "7", "orders": [] },
            "answers": { "look_up": [{ "status": 200, "body": { "name": "Ada" } }], "read_notes": [{ "status": 200,
             "body": { "text": "x" } }], "tell": [{ "message": "Bye." }] },
            "expect": { "status": "SUCCEEDED", "path": ["look_up", "remember", "which", "pause", "both", "read_notes", "greet",
             "each_1", "tell", "answer"] }
          }]
        }
        """;

    public static TheoryData<string, string?, string, string> Mistakes =>
        new()
        {
            // A step that cannot be read leaves its result, its variables and its ways open.
            { "/steps/look_up/kind", "\"restapi\"", "CXF1007", "/steps/look_up/kind" },
            { "/steps/look_up/kind", null, "CXF1003", "/steps/look_up" },
            { "/steps/look_up/connection", null, "CXF1003", "/steps/look_up" },
            { "/steps/look_up/method", "\"FETCH\"", "CXF1007", "/steps/look_up/method" },
            { "/steps/look_up", "[]", "CXF1005", "/steps/look_up" },
            { "/steps/remember/kind", "\"transfrom\"", "CXF1007", "/steps/remember/kind" },
            // A null is as good as nothing, so the error branch is gone and what only it led to is not reached.
            { "/steps/both/onError", "null", "CXF2002", "/steps/sorry" },
            { "/steps/remember/next", null, "CXF1003", "/steps/remember" },
            { "/steps/remember/assign", "5", "CXF1005", "/steps/remember/assign" },
            { "/steps/both/kind", "\"paralel\"", "CXF1007", "/steps/both/kind" },
            { "/steps/both/branches/notes/start", null, "CXF1003", "/steps/both/branches/notes" },
            {
                "/steps/both/branches/hello/steps/greet/kind",
                "\"say\"",
                "CXF1007",
                "/steps/both/branches/hello/steps/greet/kind"
            },
            { "/steps/each_1/kind", "\"foreach\"", "CXF1007", "/steps/each_1/kind" },
            { "/steps/each_1/atMost", null, "CXF1003", "/steps/each_1" },
            { "/steps/each_1/atMost", "0", "CXF1006", "/steps/each_1/atMost" },
            { "/steps/each_1/item", "\"an order\"", "CXF1015", "/steps/each_1/item" },
            { "/steps/tell/flowId", "\"no tify\"", "CXF1008", "/steps/tell/flowId" },
            // A way that cannot be read is a way all the same.
            { "/steps/look_up/next", "\"rember\"", "CXF2001", "/steps/look_up/next" },
            { "/steps/look_up/onError", "{ \"ApiNotFond\": \"nobody\" }", "CXF1007", "/steps/look_up/onError/ApiNotFond" },
            { "/steps/both/onError", "{ \"any\": 5 }", "CXF1005", "/steps/both/onError/any" },
            { "/steps/both/onError", "[\"sorry\"]", "CXF1005", "/steps/both/onError" },
            { "/steps/which/choices/0/when", null, "CXF1003", "/steps/which/choices/0" },
            { "/steps/which/choices/0/next", null, "CXF1003", "/steps/which/choices/0" },
            { "/steps/which/choices/0", "5", "CXF1005", "/steps/which/choices/0" },
            { "/steps/which/choices", "{}", "CXF1005", "/steps/which/choices" },
            { "/steps/which/otherwise", null, "CXF1003", "/steps/which" },
            { "/start", "\"look\"", "CXF2001", "/start" },
            { "/start", null, "CXF1003", "" },
            // What is known of values says one thing of one mistake.
            { "/steps/remember/assign/name", "\"{% $look_up.bdy.name %}\"", "CXF2111", "/steps/remember/assign/name" },
            { "/steps/remember/assign/name", "\"{% $lookup_1.body.name %}\"", "CXF2102", "/steps/remember/assign/name" },
            { "/steps/remember/assign/name", "\"{% $look_up.body.name & %}\"", "CXF2101", "/steps/remember/assign/name" },
            { "/steps/remember/assign/name", "\"{% $tell.message %}\"", "CXF2106", "/steps/remember/assign/name" },
            { "/steps/remember/assign/name", "\"{% body.name %}\"", "CXF2103", "/steps/remember/assign/name" },
            { "/steps/which/choices/0/when", "\"{% $look_up.status = '200' %}\"", "CXF2109", "/steps/which/choices/0/when" },
            { "/steps/which/choices/0/when", "\"{% $look_up.status %}\"", "CXF2108", "/steps/which/choices/0/when" },
            { "/steps/which/choices/0/when", "\"$look_up.status = 200\"", "CXF2105", "/steps/which/choices/0/when" },
            { "/steps/answer/message", "\"{% $both.helo.greeting & $tell.message %}\"", "CXF2110", "/steps/answer/message" },
            { "/steps/answer/outputs/notes", "\"{% [$both.notes.body, 'x'] %}\"", "CXF2302", "/steps/answer/outputs/notes" },
            { "/steps/answer/outputs/list", "[1]", "CXF2302", "/steps/answer/outputs/list" },
            { "/steps/look_up/path", "\"customers\"", "CXF1011", "/steps/look_up/path" },
            { "/steps/look_up/connection", "\"crn\"", "CXF2201", "/steps/look_up/connection" },
            { "/steps/look_up/timeoutSeconds", "\"2\"", "CXF1005", "/steps/look_up/timeoutSeconds" },
            { "/steps/tell/flowId", "\"notfy\"", "CXF2205", "/steps/tell/flowId" },
            { "/input", "[]", "CXF1005", "/input" },
            { "/input/properties/number/type", "\"text\"", "CXF1007", "/input/properties/number/type" },
            { "/input/properties", "[]", "CXF1005", "/input/properties" },
            { "/input/required", "[\"nubmer\"]", "CXF1102", "/input/required/0" },
            { "/contactFields", "\"customerNumber\"", "CXF1005", "/contactFields" },
            { "/caller", "\"wait\"", "CXF1007", "/caller" },
        };

    [Fact]
    public void The_flow_is_right_before_the_mistake() => Assert.Empty(ExampleFlows.Read(Right).Diagnostics);

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void One_mistake_is_reported_once_without_its_consequences(string place, string? json, string code, string pointer)
    {
        var said = ExampleFlows.Read(Documents.With(place, json, Right)).Diagnostics;
        Assert.Equal([(code, pointer)], said.Select(one => (one.Code, one.Pointer)));
    }

    [Theory]
    [InlineData("number")]
    [InlineData("contact")]
    public void A_variable_that_hides_another_name_is_one_mistake_wherever_it_is_used(string name)
    {
        var document = Right
            .Replace("\"name\": \"{% $look_up", $"\"{name}\": \"{{% $look_up", StringComparison.Ordinal)
            .Replace("'Hello ' & $name", $"'Hello ' & ${name}", StringComparison.Ordinal)
            .Replace("\"seconds\": 1", $"\"seconds\": \"{{% ${name} * 2 %}}\", \"atMostSeconds\": 5", StringComparison.Ordinal);
        var said = ExampleFlows.Read(document).Diagnostics;
        Assert.Equal([("CXF1015", $"/steps/remember/assign/{name}")], said.Select(one => (one.Code, one.Pointer)));
    }
}
