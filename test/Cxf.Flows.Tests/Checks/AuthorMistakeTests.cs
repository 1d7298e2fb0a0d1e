using Cxf.Flows.Tests.Catalogue;

namespace Cxf.Flows.Tests.Checks;

/// <summary>
/// Mistakes of authors who know other languages: found once, at their place, with a fix that names what to write.
/// </summary>
public sealed class AuthorMistakeTests
{
    private const string Right = """
        {
          "flowId": "order_status", "caller": "continues",
          "input": { "type": "object", "properties": { "number": { "type": "string", "pattern": "^[0-9]{1,10}$" } },
           "required": ["number"] },
          "start": "rest_api_1",
          "steps": {
            "rest_api_1": { "kind": "restApi", "connection": "crm", "method": "GET", "path": "{% '/orders/' & $payload.number %}",
             "select": "{ 'state': state }", "timeoutSeconds": 3, "onError": { "any": "fail_1" }, "next": "respond_1" },
            "respond_1": { "kind": "respond", "message": "{% 'Your order is ' & $rest_api_1.body.state & '.' %}",
             "outputs": { "state": "{% $rest_api_1.body.state %}" } },
            "fail_1": { "kind": "fail", "message": "Not now." }
          },
          "tests": [
            { "name": "The state", "payload": { "number": "4711" }, "answers": { "rest_api_1": [200] },
              "expect": { "status": "SUCCEEDED" } }
          ]
        }
        """;

    [Theory]
    [InlineData(
        "{% $rest_api_1.body.state %}",
        "{ $rest_api_1.body.state }",
        "CXF2104",
        "Write \"{% $rest_api_1.body.state %}\"."
    )]
    [InlineData("{% $rest_api_1.body.state %}", "{$rest_api_1.body.state}", "CXF2104", "Write \"{% $rest_api_1.body.state %}\".")]
    [InlineData(
        "$rest_api_1.body.state & '.'",
        "$rest_api_1.body.state.toUpperCase() & '.'",
        "CXF2101",
        "Write $uppercase(value)"
    )]
    [InlineData("$rest_api_1.body.state & '.'", "$rest_api_1.body.state.trim() & '.'", "CXF2101", "Write $trim(value)")]
    [InlineData("'state': state }", "'state': state.toLowerCase() }", "CXF2101", "Write $lowercase(value)")]
    [InlineData(
        "{% 'Your order is ' & $rest_api_1.body.state & '.' %}",
        "{% if ($rest_api_1.status = 200) 'a' else 'b' %}",
        "CXF2101",
        "Write condition ? value : other value."
    )]
    [InlineData("'Your order is '", "$rest_api_1.body.state != undefined ? 'x' : 'y'", "CXF2103", "Write $exists(…)")]
    [InlineData("'Your order is '", "$rest_api_1.status = 200 and True", "CXF2103", "Write true.")]
    [InlineData("\"^[0-9]{1,10}$\"", "\"/^[0-9]{1,10}$/\"", "CXF1105", "Write ^[0-9]{1,10}$ without the slashes.")]
    [InlineData("\"type\": \"string\",", "\"type\": \"string\", \"required\": true,", "CXF1005", "\"required\": [\"name\"]")]
    [InlineData("\"timeoutSeconds\"", "\"retry\": 3, \"timeoutSeconds\"", "CXF1005", "{\"attempts\": 3}")]
    [InlineData("[200]", "{ \"status\": 200 }", "CXF1005", "[{ \"status\": 200 }]")]
    public void A_mistake_is_found_once_with_its_fix(string old, string text, string code, string fix)
    {
        Assert.Contains(old, Right);
        var said = Assert.Single(ExampleFlows.Read(Right.Replace(old, text, StringComparison.Ordinal)).Diagnostics);
        Assert.Equal(code, said.Code);
        Assert.Contains(fix, said.Fix);
    }

    [Fact]
    public void The_flow_is_right_before_the_mistake() => Assert.Empty(ExampleFlows.Read(Right).Diagnostics);
}
