using Cxf.Documents.Identifiers;
using Cxf.Flows.Compiling;
using Cxf.Flows.FlowTests;

namespace Cxf.Flows.Tests.FlowTests;

/// <summary>An expression without a value, as the page of the language explains it.</summary>
public sealed class MissingValueTests
{
    [Theory]
    [InlineData("""{ "service": "{% $payload.service %}" }""", "FlowExpression", "[]")]
    [InlineData("\"{% { 'service': $payload.service } %}\"", "", """[{ "query": {} }]""")]
    [InlineData("\"{% { 'state': 'open', 'service': $payload.service } %}\"", "", """[{ "query": { "state": "open" } }]""")]
    public void A_member_without_a_value_fails_the_step_unless_the_object_is_one_expression(
        string query,
        string error,
        string requests
    )
    {
        var expected =
            error.Length > 0
                ? $$"""{ "status": "FAILED", "errorCode": "{{error}}" }"""
                : $$"""{ "status": "SUCCEEDED", "requests": { "get": {{requests}} } }""";
        var answers = error.Length > 0 ? "{}" : """{ "get": [200] }""";
        var flow = Documents
            .Read(
                $$"""
                {
                  "flowId": "slots", "input": { "type": "object", "properties": { "service": { "type": "string" } } },
                  "start": "get",
                  "steps": {
                    "get": { "kind": "restApi", "connection": "crm", "method": "GET", "path": "/slots", "query": {{query}},
                             "next": "end" },
                    "end": { "kind": "respond", "message": "Done." }
                  },
                  "tests": [{ "name": "Without a service", "answers": {{answers}}, "expect": {{expected}} }]
                }
                """
            )
            .Flow!;
        var target = new CompilationTarget(TenantId.Parse("acme"), 1, "call-api");
        var report = FlowTestRunner.Run(flow, FlowCompiler.Compile(flow, target), target, TestContext.Current.CancellationToken);
        Assert.Empty(Assert.Single(report.Results).Differences);
    }
}
