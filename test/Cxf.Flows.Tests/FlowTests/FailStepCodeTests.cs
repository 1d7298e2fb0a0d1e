using Cxf.Flows.Runs;

namespace Cxf.Flows.Tests.FlowTests;

/// <summary>The error code that a contact flow gets of a flow that ends in a <c>fail</c> step.</summary>
public sealed class FailStepCodeTests
{
    private const string Direct = """
        "rest_api_1": { CALL, "onError": { "any": "fail_1" }, "next": "respond_1" },
        "fail_1": { "kind": "fail", "message": "Sorry." }
        """;

    private const string Indirect = """
        "rest_api_1": { CALL, "onError": { "any": "transform_1" }, "next": "respond_1" },
        "transform_1": { "kind": "transform", "assign": { "x": 1 }, "next": "wait_1" },
        "wait_1": { "kind": "wait", "seconds": 1, "next": "decision_1" },
        "decision_1": { "kind": "decision", "choices": [{ "when": "{% $x = 2 %}", "next": "respond_1" }], "otherwise": "fail_1" },
        "fail_1": { "kind": "fail", "message": "Sorry." }
        """;

    private const string Own = """
        "rest_api_1": { CALL, "onError": { "any": "fail_1" }, "next": "respond_1" },
        "fail_1": { "kind": "fail", "message": "Sorry.", "errorCode": "OutOfStock" }
        """;

    private const string AfterSuccess = """
        "rest_api_1": { CALL, "onError": { "any": "rest_api_2" }, "next": "rest_api_2" },
        "rest_api_2": { CALL, "onError": { "ApiRejected": "fail_1" }, "next": "decision_1" },
        "decision_1": {
          "kind": "decision", "choices": [{ "when": "{% $rest_api_2.status = 204 %}", "next": "respond_1" }],
          "otherwise": "fail_1"
        },
        "fail_1": { "kind": "fail", "message": "Sorry." }
        """;

    private const string Around = """
        "parallel_1": { "kind": "parallel", "branches": {
          "a": { "start": "rest_api_1", "steps": { "rest_api_1": { CALL } } },
          "b": { "start": "wait_1", "steps": { "wait_1": { "kind": "wait", "seconds": 1 } } } },
          "onError": { "any": "fail_1" }, "next": "respond_1" },
        "fail_1": { "kind": "fail", "message": "Sorry." }
        """;

    private const string Inside = """
        "parallel_1": { "kind": "parallel", "branches": {
          "a": { "start": "rest_api_1", "steps": {
            "rest_api_1": { CALL, "onError": { "any": "fail_1" } }, "fail_1": { "kind": "fail", "message": "Sorry." } } },
          "b": { "start": "wait_1", "steps": { "wait_1": { "kind": "wait", "seconds": 1 } } } },
          "next": "respond_1" }
        """;

    public static TheoryData<string, string, string> Cases =>
        new()
        {
            { Direct, "503", "ApiUnavailable" },
            { Direct, "404", "ApiNotFound" },
            { Direct, "\"timeOut\"", "ApiTimeout" },
            { Direct, "\"ApiThrottled\"", "ApiThrottled" },
            { Indirect, "422", "ApiRejected" },
            { Own, "503", "OutOfStock" },
            { Around, "401", "ApiUnauthorized" },
            { Inside, "503", "FlowFailed" },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_code_is_the_steps_own_or_that_of_the_failed_step(string steps, string answer, string code)
    {
        // A machine that only reads, one that claims its runs and records how they end, and one that continues without the
        // caller.
        foreach (
            var (method, caller) in new[] { ("GET", "waits"), ("POST", "waits"), ("GET", "continues"), ("POST", "continues") }
        )
        {
            var expect = $$"""{ "status": "FAILED", "errorCode": "{{code}}", "message": "Sorry." }""";
            var report = TestedLead.Run(Flow(steps, method, caller, $$"""{ "rest_api_1": [{{answer}}] }""", expect));
            Assert.Empty(report.Results[0].Differences);
        }
    }

    [Fact]
    public void A_step_that_succeeds_in_between_ends_what_an_earlier_error_means()
    {
        const string answers = """{ "rest_api_1": [503], "rest_api_2": [200] }""";
        var expect = """{ "status": "FAILED", "errorCode": "FlowFailed", "message": "Sorry." }""";
        Assert.Empty(TestedLead.Run(Flow(AfterSuccess, "GET", "waits", answers, expect)).Results[0].Differences);
    }

    [Theory]
    [InlineData("FlowFailed", "FlowFailed")]
    [InlineData("FlowFailed.ApiTimeout", "ApiTimeout")]
    [InlineData("FlowFailed.OutOfStock", "OutOfStock")]
    [InlineData("FlowFailed.States.Timeout", "ApiTimeout")]
    [InlineData("FlowFailed.Lambda.ResourceNotFoundException", "FlowFailed")]
    [InlineData("FlowFailed.FlowFailed", "FlowFailed")]
    public void The_sentence_of_a_fail_step_reaches_the_caller_with_every_code(string error, string code)
    {
        var answer = RunAnswer.Failed("run", error, "We are closed.");
        Assert.Equal((code, "We are closed.", true), (answer.ErrorCode, answer.Message, answer.EndedInFailStep));
        Assert.Equal(answer, RunAnswer.Failed("run", answer.RecordedError, answer.Message));
    }

    [Theory]
    [InlineData("ApiTimeout")]
    [InlineData("States.Timeout")]
    [InlineData("FlowTimeout")]
    [InlineData("Unknown")]
    public void Any_other_failure_says_a_fixed_sentence(string error)
    {
        var answer = RunAnswer.Failed("run", error, "secret");
        Assert.DoesNotContain("secret", answer.Message);
        Assert.False(answer.EndedInFailStep);
    }

    [Theory]
    [InlineData("Out of stock", "Use a letter and then letters")]
    [InlineData("4711", "Use a letter and then letters")]
    [InlineData("Busy", "Use another error code")]
    [InlineData("RunNotStarted", "Use another error code")]
    [InlineData("NONE", "Use another error code")]
    public void A_code_that_is_not_valid_or_is_reserved_is_reported(string code, string fix)
    {
        var reading = Documents.Read(Flow(Own.Replace("OutOfStock", code), "GET", "waits", "{}", """{ "status": "FAILED" }"""));
        Assert.StartsWith(fix, Assert.Single(reading.Diagnostics, one => one.Pointer == "/steps/fail_1/errorCode").Fix);
        Assert.Null(reading.Flow);
    }

    [Fact]
    public void A_fail_step_in_a_branch_cannot_set_the_code()
    {
        var steps = Inside.Replace("\"message\": \"Sorry.\"", "\"message\": \"Sorry.\", \"errorCode\": \"OutOfStock\"");
        var reading = Documents.Read(Flow(steps, "GET", "waits", "{}", """{ "status": "FAILED" }"""));
        Assert.Contains(reading.Diagnostics, one => one.Pointer.EndsWith("/fail_1/errorCode"));
    }

    private static string Flow(string steps, string method, string caller, string answers, string expect) =>
        $$"""
            {
              "flowId": "f", "caller": "{{caller}}", "start": "{{steps.Trim().Split('"')[1]}}",
              "steps": {
                {{steps.Replace(
                "CALL",
                $$"""
                "kind": "restApi", "connection": "crm", "method": "{{method}}", "path": "/x", "timeoutSeconds": 1
                """
            )}},
                "respond_1": { "kind": "respond", "message": "ok" }
              },
              "tests": [{ "name": "t", "answers": {{answers}}, "expect": {{expect}} }]
            }
            """;
}
