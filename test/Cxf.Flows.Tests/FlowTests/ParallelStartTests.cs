namespace Cxf.Flows.Tests.FlowTests;

/// <summary>
/// Branches and iterations start together, as on AWS: a failure at 0 s does not keep the others' calls from being made.
/// </summary>
public sealed class ParallelStartTests
{
    private const string Call =
        """ "kind": "restApi", "connection": "crm", "method": "GET", "path": "/x", "timeoutSeconds": 1 """;

    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "a")]
    public void A_branch_that_fails_at_once_does_not_keep_its_sibling_from_calling(string failing, string other)
    {
        var report = TestedLead.Run(
            $$"""
            {
              "flowId": "f", "caller": "continues", "start": "parallel_1",
              "steps": {
                "parallel_1": { "kind": "parallel", "branches": {
                  "a": { "start": "a_1", "steps": { "a_1": { {{Call}} } } },
                  "b": { "start": "set_1", "steps": {
                    "set_1": { "kind": "transform", "assign": { "x": 1 }, "next": "b_1" }, "b_1": { {{Call}} } } } },
                  "onError": { "any": "fail_1" }, "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "ok" },
                "fail_1": { "kind": "fail", "message": "Sorry." }
              },
              "tests": [{
                "name": "t", "answers": { "{{failing}}_1": [500], "{{other}}_1": [200] },
                "expect": { "status": "FAILED", "requests": { "{{other}}_1": [{ "path": "/x" }] } } }]
            }
            """
        );
        Assert.Empty(report.Results[0].Differences);
        Assert.Equal(TimeSpan.Zero, report.Results[0].Duration);
    }

    [Fact]
    public void Iterations_that_run_together_call_together()
    {
        var report = TestedLead.Run(
            $$"""
            {
              "flowId": "f", "caller": "continues", "start": "for_each_1",
              "steps": {
                "for_each_1": { "kind": "forEach", "items": "{% [1..3] %}", "atMost": 3, "concurrency": 3, "start": "a_1",
                  "steps": { "a_1": { {{Call}} } }, "onError": { "any": "fail_1" }, "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "ok" },
                "fail_1": { "kind": "fail", "message": "Sorry." }
              },
              "tests": [{
                "name": "t", "answers": { "a_1": [[500], [200], [200]] },
                "expect": { "status": "FAILED", "requests": { "a_1": [{}, {}, {}] } } }]
            }
            """
        );
        Assert.Empty(report.Results[0].Differences);
    }

    [Fact]
    public void A_failed_test_names_the_step_the_expression_and_the_cause()
    {
        var report = TestedLead.Run(
            $$"""
            {
              "flowId": "f", "caller": "continues", "start": "rest_api_1",
              "steps": {
                "rest_api_1": { {{Call}}, "next": "respond_1" },
                "respond_1": { "kind": "respond", "message": "{% 'Order ' & $uppercase($rest_api_1.body.id) %}" }
              },
              "tests": [{
                "name": "t", "answers": { "rest_api_1": [{ "status": 200, "body": { "id": 5 } }] },
                "expect": { "status": "SUCCEEDED" } }]
            }
            """
        );
        var failure = report.Results[0].Failure!;
        Assert.Equal(("respond_1", "States.QueryEvaluationError"), (failure.Step, failure.Error));
        Assert.Contains("$uppercase($rest_api_1.body.id)", failure.Cause);
    }
}
