using System.Text.Json;
using static Cxf.ContactFlows.Tests.Flows;

namespace Cxf.ContactFlows.Tests.Simulation;

/// <summary>What a simulated call takes of a function's answer.</summary>
public class FunctionAnswerTests
{
    [Fact]
    public async Task A_nested_answer_is_refused_under_STRING_MAP_and_taken_under_JSON()
    {
        var answers = Calls.Answers("""{"customer": {"tier": "gold"}}""");

        Assert.False((await Calls.RunAsync(Invoke("STRING_MAP"), Calls.With(answers))).IsExpected);
        Assert.True((await Calls.RunAsync(Invoke("JSON"), Calls.With(answers))).IsExpected);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    public async Task A_member_that_is_no_string_is_refused_by_its_name_under_STRING_MAP_and_taken_under_JSON(string value)
    {
        var answers = Calls.Answers($$"""{"status": "SUCCEEDED", "odd": {{value}}}""");

        var refused = await Calls.RunAsync(Invoke("STRING_MAP"), Calls.With(answers));

        Assert.False(refused.IsExpected);
        Assert.Contains("\"odd\"", refused.Problem);
        Assert.True((await Calls.RunAsync(Invoke("JSON"), Calls.With(answers))).IsExpected);
    }

    [Theory]
    [InlineData("[1, 2]")]
    [InlineData("\"text\"")]
    [InlineData("7")]
    public async Task An_answer_that_is_no_object_is_refused_under_STRING_MAP_and_taken_under_JSON(string answer)
    {
        Assert.False((await Calls.RunAsync(Invoke("STRING_MAP"), Calls.With(Calls.Answers(answer)))).IsExpected);
        Assert.True((await Calls.RunAsync(Invoke("JSON"), Calls.With(Calls.Answers(answer)))).IsExpected);
    }

    // Bytes count, not characters, in either mode.

    [Theory]
    [InlineData("STRING_MAP", 0, true)]
    [InlineData("STRING_MAP", 1, false)]
    [InlineData("JSON", 0, true)]
    [InlineData("JSON", 1, false)]
    public async Task An_answer_has_32_kilobytes_at_most(string mode, int more, bool taken)
    {
        const string Start = """{"status": "SUCCEEDED", "text": "é""";
        var text = Start + new string('x', (32 * 1024) - System.Text.Encoding.UTF8.GetByteCount(Start) - 2 + more) + "\"}";

        var call = await Calls.RunAsync(Invoke(mode), Calls.With(Calls.Answers(text)));

        Assert.Equal(taken, call.IsExpected);
    }

    [Fact]
    public async Task Nested_values_of_a_json_answer_are_spoken_and_sent_on()
    {
        var sent = default(JsonElement);
        var flow =
            Invoke("JSON", "Ask", "Echo")
            + ","
            + Say("Echo", "$.External.customer.tier since $.External.customer.years", "Tell")
            + ","
            + Action(
                "InvokeLambdaFunction",
                """
                {"LambdaFunctionARN": "arn", "LambdaInvocationAttributes": {"tier": "$.External.customer.tier"},
                 "ResponseValidation": {"ResponseType": "JSON"}}
                """,
                id: "Tell"
            );

        var call = await Calls.RunAsync(
            flow,
            Calls.With(
                (_, json, _, _) =>
                {
                    sent = JsonElement.Parse(json.Span);
                    return new(Calls.Answer("""{"customer": {"tier": "gold", "years": 3}}"""));
                }
            )
        );

        Assert.Equal(["gold since 3"], call.Heard);
        Assert.Equal("gold", sent.GetProperty("Details").GetProperty("Parameters").GetProperty("tier").GetString());
    }

    [Fact]
    public async Task A_null_is_refused_in_both_modes()
    {
        Assert.False((await Calls.RunAsync(Invoke("STRING_MAP"), Calls.With(Calls.Answers("null")))).IsExpected);
        Assert.False((await Calls.RunAsync(Invoke("JSON"), Calls.With(Calls.Answers("null")))).IsExpected);
    }

    [Fact]
    public async Task The_next_answer_replaces_the_one_before()
    {
        var answers = new Queue<string>(["""{"a": "1", "b": "2"}""", """{"a": "3"}"""]);
        var flow =
            Invoke("STRING_MAP", "First", "Second")
            + ","
            + Invoke("STRING_MAP", "Second", "Echo")
            + ","
            + Say("Echo", "a is $.External.a, b is $.External.b");

        var call = await Calls.RunAsync(flow, Calls.With((_, _, _, _) => new(Calls.Answer(answers.Dequeue()))));

        Assert.Equal(["a is 3, b is "], call.Heard);
    }

    [Theory]
    [InlineData("$.Attributes.saved", false)]
    [InlineData("$.Attributes.other", true)]
    public async Task The_else_branch_is_an_error_only_where_a_status_is_compared(string reference, bool foreseen)
    {
        var flow =
            Invoke("STRING_MAP", "Call", "Save")
            + ","
            + Action(
                "UpdateContactAttributes",
                """{"Attributes": {"saved": "$.External.status", "other": "$.External.tier"}}""",
                id: "Save",
                next: "Look"
            )
            + ","
            + Action(
                "Compare",
                $$"""{"ComparisonValue": "{{reference}}"}""",
                "NoMatchingCondition",
                Condition("Equals", "SUCCEEDED"),
                id: "Look"
            );

        var call = await Calls.RunAsync(flow, Calls.With(Calls.Answers("""{"status": "FAILED", "tier": "gold"}""")));

        Assert.Equal(foreseen, call.IsExpected);
    }

    [Theory]
    [InlineData("FAILED")]
    [InlineData("REJECTED")]
    public async Task A_branch_for_a_failed_status_is_an_error_branch_although_it_is_a_condition(string status)
    {
        var flow =
            Invoke("STRING_MAP", "Call", "Look")
            + ","
            + Action(
                "Compare",
                """{"ComparisonValue": "$.External.status"}""",
                "NoMatchingCondition",
                Condition("Equals", status),
                id: "Look"
            );

        var call = await Calls.RunAsync(flow, Calls.With(Calls.Answers($$"""{"status": "{{status}}"}""")));

        Assert.Equal($"Look: the function's status is {status}", call.Problem);
    }
}
