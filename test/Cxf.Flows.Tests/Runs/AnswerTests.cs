using Cxf.Flows.Runs;

namespace Cxf.Flows.Tests.Runs;

public sealed class AnswerTests
{
    [Fact]
    public void A_run_that_succeeded_gives_its_message_and_outputs_as_texts()
    {
        var answer = RunAnswer.Succeeded("run", """{"message":"Hi","outputs":{"id":"L-1","count":3,"new":true,"none":null,"empty":""}}""");
        Assert.Equal(
            ["count=3", "empty=NONE", "errorCode=NONE", "id=L-1", "message=Hi", "new=true", "none=NONE", "runId=run", "status=SUCCEEDED"],
            answer.Select(pair => $"{pair.Key}={pair.Value}").Order());
    }

    [Theory]
    [InlineData("""{"message":"Hi","outputs":{"list":[1]}}""", "list")]
    [InlineData("""{"message":{"a":1}}""", "message")]
    public void An_output_that_no_contact_flow_can_read_fails_by_its_name(string output, string name)
    {
        var answer = RunAnswer.Succeeded("run", output);
        Assert.Equal(("FAILED", "FlowExpression"), (answer["status"], answer["errorCode"]));
        Assert.Contains(name, answer["message"]);
    }

    [Theory]
    [InlineData("ApiTimeout", "ApiTimeout")]
    [InlineData("States.Timeout", "ApiTimeout")]
    [InlineData("Sandbox.Timedout", "ApiTimeout")]
    [InlineData("Lambda.TooManyRequestsException", "ApiThrottled")]
    [InlineData("States.QueryEvaluationError", "FlowExpression")]
    [InlineData("States.Runtime", "Internal")]
    [InlineData(null, "Internal")]
    public void AWSs_own_errors_become_our_words(string? error, string word) =>
        Assert.Equal(word, RunAnswer.Failed("run", error, "the cause of AWS")["errorCode"]);

    [Fact]
    public void Only_a_fail_steps_cause_is_told_to_the_caller()
    {
        Assert.Equal("No stock.", RunAnswer.Failed("run", "FlowFailed", "No stock.")["message"]);
        Assert.DoesNotContain("stack", RunAnswer.Failed("run", "ApiRejected", "stack trace")["message"]);
    }

    [Fact]
    public void An_answer_that_Connect_would_refuse_for_its_size_is_a_failure_that_says_so()
    {
        var answer = RunAnswer.Succeeded("run", $$"""{"message":"{{new string('x', 33_000)}}"}""");
        Assert.Equal("FlowExpression", answer["errorCode"]);
        Assert.Contains("32 KB", answer["message"]);
    }
}
