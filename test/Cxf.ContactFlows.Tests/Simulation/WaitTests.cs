using Cxf.ContactFlows.Simulation;
using Cxf.Documents;
using static Cxf.ContactFlows.Tests.Flows;

namespace Cxf.ContactFlows.Tests.Simulation;

/// <summary>Wait: alone, for events, and while the flow continues.</summary>
public sealed class WaitTests
{
    private const string Continuing =
        """{"TimeLimitSeconds": "10", "MinimumWaitTimeSeconds": "4", "ContinueExecution": "WORD"}""";

    // adminguide/wait.html: a voice contact waits only for events, or while the flow continues.
    [Theory]
    [InlineData("""{"TimeLimitSeconds": "5"}""", "WaitCompleted", true)]
    [InlineData("""{"TimeLimitSeconds": "5", "ContinueExecution": "False"}""", "WaitCompleted", true)]
    [InlineData("""{"TimeLimitSeconds": "5", "Events": ["CustomerReturned"]}""", "CustomerReturned WaitCompleted", false)]
    [InlineData(
        """{"TimeLimitSeconds": "5", "MinimumWaitTimeSeconds": "1", "ContinueExecution": "True"}""",
        "Continue WaitCompleted",
        false
    )]
    public async Task A_wait_that_fails_on_a_voice_contact_is_a_warning(string parameters, string results, bool fails)
    {
        var wait = Action("Wait", parameters, conditions: Results(results, "End"));

        Assert.Equal(fails, Problems(wait).Any(problem => problem.Code == ContactFlowCodes.Channel));
        Assert.DoesNotContain(Problems(wait), problem => problem.Severity == DiagnosticSeverity.Error);
        var call = await Calls.RunAsync(wait, Options("VOICE"));
        Assert.Equal(fails, call.Problem is not null);
        Assert.Null((await Calls.RunAsync(wait, Options("CHAT"))).Problem);
    }

    [Theory]
    [InlineData("True")]
    [InlineData("true")]
    public async Task A_flow_continues_until_the_time_is_over(string word)
    {
        var flow = string.Join(
            ",",
            Action(
                "Wait",
                Continuing.Replace("WORD", word),
                conditions: Condition("Equals", "Continue", "Say") + "," + Condition("Equals", "WaitCompleted", "Over"),
                id: "Wait"
            ),
            Say("Say", "Please wait", "Wait"),
            Say("Over", "Over")
        );

        var call = await Calls.RunAsync(flow, Options("VOICE"));

        Assert.Equal(["Please wait", "Please wait", "Over"], call.Heard);
        Assert.Equal(TimeSpan.FromSeconds(10), call.Duration);
        Assert.Empty(Problems(flow));
    }

    [Fact]
    public async Task The_next_wait_begins_anew()
    {
        var flow = string.Join(
            ",",
            Action(
                "Loop",
                """{"LoopCount": "2"}""",
                "",
                Results("ContinueLooping", "Wait") + "," + Results("DoneLooping"),
                id: "Loop"
            ),
            Action(
                "Wait",
                Continuing.Replace("WORD", "True"),
                conditions: Condition("Equals", "Continue", "Wait") + "," + Condition("Equals", "WaitCompleted", "Loop"),
                id: "Wait"
            )
        );

        Assert.Equal(TimeSpan.FromSeconds(20), (await Calls.RunAsync(flow, Options("VOICE"))).Duration);
    }

    [Theory]
    [InlineData("""{"TimeLimitSeconds": "5", "Events": ["CustomerReturned"]}""", "WaitCompleted", 1)]
    [InlineData("""{"TimeLimitSeconds": "5", "Events": ["CustomerReturned"]}""", "CustomerReturned WaitCompleted", 0)]
    [InlineData("""{"TimeLimitSeconds": "5", "ContinueExecution": "Yes"}""", "WaitCompleted", 1)]
    public void Every_event_has_its_branch(string parameters, string results, int errors) =>
        Assert.Equal(
            errors,
            Problems(Action("Wait", parameters, conditions: Results(results, "End")))
                .Count(problem => problem.Severity == DiagnosticSeverity.Error)
        );

    private static string Results(string results, string next = "End") =>
        string.Join(",", results.Split(' ').Select(result => Condition("Equals", result, next)));

    private static CallOptions Options(string channel) =>
        Calls.With(null, new WholeFlow.InstantTime()) with
        {
            Contact = Calls.Contact with { Channel = channel },
            LongestWait = TimeSpan.Zero,
        };
}
