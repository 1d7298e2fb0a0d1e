using System.Text.Json;
using Cxf.Flows.Runs;

namespace Cxf.Flows.Tests.Runs;

public sealed class AnswerTests
{
    [Fact]
    public void A_run_that_succeeded_gives_its_message_and_outputs_as_texts()
    {
        var answer = Written("""{"message":"Hi","outputs":{"id":"L-1","count":3,"new":true,"none":null,"empty":""}}""");
        Assert.Equal(
            """
            {"status":"SUCCEEDED","runId":"run","errorCode":"NONE","message":"Hi","id":"L-1","count":"3","new":"true",
             "none":"NONE","empty":"NONE"}
            """.Replace("\n ", ""),
            answer.GetRawText()
        );
    }

    [Fact]
    public void In_JSON_mode_outputs_keep_their_types_and_may_be_nested()
    {
        var answer = Written(
            """{"message":"Hi","outputs":{"order":{"id":7,"lines":[1]},"new":true,"none":null,"empty":""}}""",
            ResponseMode.Json
        );
        Assert.Equal(
            """
            {"status":"SUCCEEDED","runId":"run","errorCode":"NONE","message":"Hi","order":{"id":7,"lines":[1]},"new":true,
             "none":"NONE","empty":"NONE"}
            """.Replace("\n ", ""),
            answer.GetRawText()
        );
    }

    [Theory]
    [InlineData(ResponseMode.StringMap)]
    [InlineData(ResponseMode.Json)]
    public void No_output_takes_the_place_of_a_value_that_every_answer_has(ResponseMode mode)
    {
        var answer = Written(
            """{"message":"Hi","outputs":{"status":"FAILED","runId":"x","errorCode":"Busy","message":"no"}}""",
            mode
        );
        Assert.Equal("""{"status":"SUCCEEDED","runId":"run","errorCode":"NONE","message":"Hi"}""", answer.GetRawText());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    public void An_output_that_no_compiled_flow_writes_is_a_failure(string output) =>
        Assert.Equal("FlowExpression", Written(output).GetProperty("errorCode").GetString());

    [Theory]
    [InlineData("""{"message":"Hi","outputs":{"list":[1]}}""", "list")]
    [InlineData("""{"message":{"a":1}}""", "message")]
    public void An_output_that_no_contact_flow_can_read_fails_by_its_name(string output, string name)
    {
        var answer = Written(output);
        Assert.Equal(
            ("FAILED", "FlowExpression"),
            (answer.GetProperty("status").GetString(), answer.GetProperty("errorCode").GetString())
        );
        Assert.Contains(name, answer.GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("ApiTimeout", "ApiTimeout")]
    [InlineData("States.Timeout", "ApiTimeout")]
    [InlineData("Sandbox.Timedout", "ApiTimeout")]
    [InlineData("Lambda.TooManyRequestsException", "ApiThrottled")]
    [InlineData("States.QueryEvaluationError", "FlowExpression")]
    [InlineData("FlowTimeout", "FlowTimeout")]
    [InlineData("FlowExpression", "FlowExpression")]
    [InlineData("States.Runtime", "Internal")]
    [InlineData(null, "Internal")]
    public void AWSs_own_errors_become_our_words(string? error, string word) =>
        Assert.Equal(word, RunAnswer.Failed("run", error, "the cause of AWS").ErrorCode);

    [Fact]
    public void The_caller_hears_only_the_cause_of_a_fail_step()
    {
        Assert.Equal("No stock.", RunAnswer.Failed("run", "FlowFailed", "No stock.").Message);
        Assert.DoesNotContain("stack", RunAnswer.Failed("run", "ApiRejected", "stack trace").Message);
    }

    [Fact]
    public void An_answer_that_Connect_would_refuse_for_its_size_is_a_failure_that_says_so()
    {
        var answer = Written($$"""{"message":"{{new string('x', 33_000)}}"}""");
        Assert.Equal("FlowExpression", answer.GetProperty("errorCode").GetString());
        Assert.Contains("32 KB", answer.GetProperty("message").GetString());
    }

    // Letters are sent as they are, in UTF-8: two bytes for one of these.
    [Theory]
    [InlineData('x', 32_699, "NONE")]
    [InlineData('x', 32_700, "FlowExpression")]
    [InlineData('é', 16_349, "NONE")]
    [InlineData('é', 16_350, "FlowExpression")]
    public void The_size_is_that_of_what_is_sent(char letter, int count, string errorCode)
    {
        var sent = AnswerWriter
            .Write(RunAnswer.Succeeded("run", $$"""{"message":"{{new string(letter, count)}}"}"""), ResponseMode.StringMap)
            .Utf8;
        Assert.Equal(errorCode, JsonElement.Parse(sent.Span).GetProperty("errorCode").GetString());
        Assert.True(sent.Length < 32_768);
    }

    private static JsonElement Written(string output, ResponseMode mode = ResponseMode.StringMap) =>
        JsonElement.Parse(AnswerWriter.Write(RunAnswer.Succeeded("run", output), mode).Utf8.Span);
}
