using System.Text.Json;
using Cxf.ContactFlows.Simulation;
using Cxf.Documents;
using Microsoft.Extensions.Time.Testing;
using static Cxf.ContactFlows.Tests.Flows;

namespace Cxf.ContactFlows.Tests;

public class ContactFlowSimulatorTests
{
    [Fact]
    public async Task Attributes_travel_with_the_event_and_flow_attributes_do_not()
    {
        JsonElement sent = default;
        var flow =
            Action(
                "UpdateContactAttributes",
                """{"Attributes": {"recordType": "lead", "empty": "$.External.none"}, "TargetContact": "Current"}""",
                id: "Set",
                next: "SetFlow"
            )
            + ","
            + Action(
                "UpdateFlowAttributes",
                """{"FlowAttributes": {"secret": {"Type": "String", "Value": "$.Attributes.recordType!"}}}""",
                id: "SetFlow",
                next: "Call"
            )
            + ","
            + Action(
                "InvokeLambdaFunction",
                """
                {"LambdaFunctionARN": "arn", "LambdaInvocationAttributes": {"type": "$.Attributes.recordType",
                 "mix": "<$.FlowAttributes.secret>", "none": "$.External.none", "deep": {"list": ["$.Channel"]}}}
                """,
                id: "Call"
            );

        await Calls.RunAsync(
            flow,
            Calls.With(
                (_, json, _, _) =>
                {
                    sent = JsonElement.Parse(json.Span);
                    return new(Calls.Answer("{}"));
                }
            )
        );

        Assert.Equal(
            """{"recordType":"lead"}""",
            sent.GetProperty("Details").GetProperty("ContactData").GetProperty("Attributes").GetRawText()
        );
        Assert.Equal("lead", sent.GetProperty("Details").GetProperty("Parameters").GetProperty("type").GetString());
        Assert.Equal("<lead!>", sent.GetProperty("Details").GetProperty("Parameters").GetProperty("mix").GetString());
        Assert.Equal(JsonValueKind.Null, sent.GetProperty("Details").GetProperty("Parameters").GetProperty("none").ValueKind);
        Assert.Equal(
            """{"list":["VOICE"]}""",
            sent.GetProperty("Details").GetProperty("Parameters").GetProperty("deep").GetRawText()
        );
    }

    [Fact]
    public async Task A_loop_runs_its_configured_count_and_restarts_when_it_is_reached_again()
    {
        var flow =
            Action(
                "Loop",
                """{"LoopCount": "3"}""",
                "",
                Condition("Equals", "ContinueLooping", "Again") + "," + Condition("Equals", "DoneLooping"),
                id: "Round"
            )
            + ","
            + Say("Again", "Please hold", "Round");

        var call = await Calls.RunAsync(flow, Calls.With());

        Assert.Equal(3, call.Heard.Count());
        Assert.Equal(CallEndKind.Disconnected, call.End.Kind);
    }

    [Fact]
    public async Task A_long_wait_is_shortened_but_counted_in_full()
    {
        var time = new FakeTimeProvider();
        var options = Calls.With(null, time) with
        {
            Contact = Calls.Contact with { Channel = "TASK" },
            LongestWait = TimeSpan.FromSeconds(10),
        };

        var walk = Calls.RunAsync(
            Action("Wait", """{"TimeLimitSeconds": "900"}""", "NoMatchingError", Condition("Equals", "WaitCompleted")),
            options
        );
        time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(walk.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal(TimeSpan.FromSeconds(900), (await walk).Duration);
    }

    [Fact]
    public async Task A_wait_ends_with_what_it_is_for_and_counts_in_full()
    {
        var time = new FakeTimeProvider();
        var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var walk = Calls.RunAsync(
            Action("Wait", """{"TimeLimitSeconds": "3"}""", "NoMatchingError", Condition("Equals", "WaitCompleted")),
            Calls.With(null, time) with
            {
                Contact = Calls.Contact with { Channel = "TASK" },
                Settled = running.Task.WaitAsync,
            }
        );

        time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(walk.IsCompleted);
        running.SetResult();

        Assert.Equal(TimeSpan.FromSeconds(3), (await walk).Duration);
    }

    [Fact]
    public async Task A_wait_uses_the_given_time_provider()
    {
        var time = new FakeTimeProvider();
        var walk = Calls.RunAsync(
            Action("Wait", """{"TimeLimitSeconds": "3"}""", "NoMatchingError", Condition("Equals", "WaitCompleted")),
            Calls.With(null, time) with
            {
                Contact = Calls.Contact with { Channel = "TASK" },
            }
        );

        time.Advance(TimeSpan.FromSeconds(2));
        Assert.False(walk.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(TimeSpan.FromSeconds(3), (await walk).Duration);
    }

    [Theory]
    [InlineData(true, "open")]
    [InlineData(false, "closed")]
    public async Task The_options_decide_the_opening_hours(bool inHours, string heard)
    {
        var flow =
            Action(
                "CheckHoursOfOperation",
                "{}",
                "NoMatchingError",
                Condition("Equals", "True", "Open") + "," + Condition("Equals", "False", "Closed")
            )
            + ","
            + Say("Open", "open")
            + ","
            + Say("Closed", "closed");

        Assert.Equal([heard], (await Calls.RunAsync(flow, Calls.With() with { InHours = inHours })).Heard);
    }

    [Theory]
    [InlineData("TransferToFlow", """{"ContactFlowId": "arn:flow"}""", "transferred to the flow arn:flow")]
    [InlineData("TransferContactToQueue", "{}", "transferred to the queue")]
    public async Task A_transfer_ends_the_call_as_expected(string type, string parameters, string detail)
    {
        var call = await Calls.RunAsync(Action(type, parameters), Calls.With());

        Assert.Equal((CallEndKind.Transferred, detail), (call.End.Kind, call.End.Detail));
        Assert.True(call.IsExpected);
    }

    [Fact]
    public async Task An_action_that_is_not_simulated_ends_the_call_unexpectedly()
    {
        var call = await Calls.RunAsync(Action("CheckVoiceId", "{}"), Calls.With());

        Assert.Equal(CallEndKind.NotSimulated, call.End.Kind);
        Assert.Equal("It: nobody says how CheckVoiceId ends; give a result for \"It\"", call.Problem);
    }

    [Fact]
    public async Task A_module_that_invokes_itself_ends_the_call()
    {
        var module = Action("InvokeFlowModule", """{"FlowModuleId": "m:3"}""");
        var options = Calls.With() with
        {
            Modules = new Dictionary<string, ContactFlow> { ["m"] = ContactFlowReader.Read(Of(module)).Flow! },
        };

        var call = await Calls.RunAsync(module, options);

        Assert.Equal((CallEndKind.TooLong, "modules invoke each other more than 5 deep"), (call.End.Kind, call.End.Detail));
    }

    [Fact]
    public async Task A_transition_to_nowhere_drops_the_call_when_it_is_taken()
    {
        var reading = ContactFlowReader.Read(Of(Say("Hello", "Hi", "Nowhere")));

        var call = await ContactFlowSimulator.CallAsync(reading.Flow!, Calls.With(), TestContext.Current.CancellationToken);

        Assert.Equal(
            ContactFlowCodes.UnknownTarget,
            reading.Diagnostics.First(problem => problem.Severity == DiagnosticSeverity.Error).Code
        );
        Assert.Equal(
            (CallEndKind.Dropped, "the branch leads to \"Nowhere\", but there is no such action"),
            (call.End.Kind, call.End.Detail)
        );
    }

    [Fact]
    public async Task Inaudible_settings_are_skipped()
    {
        var call = await Calls.RunAsync(
            Action("UpdateContactRecordingBehavior", """{"RecordingBehavior": {"RecordedParticipants": ["Agent"]}}""", ""),
            Calls.With()
        );

        Assert.Equal(CallEndKind.Disconnected, call.End.Kind);
    }

    [Fact]
    public async Task A_failure_without_a_branch_drops_the_call()
    {
        var call = await Calls.RunAsync(Action("MessageParticipant", """{"Text": "$.External.x"}""", ""), Calls.With());

        Assert.Equal(CallEndKind.Dropped, call.End.Kind);
        Assert.Contains("no branch for NoMatchingError", call.Problem);
    }

    [Fact]
    public async Task A_call_in_an_endless_loop_is_ended()
    {
        var call = await Calls.RunAsync(Say("Tick", "tick", "Tock") + "," + Say("Tock", "tock", "Tick"), Calls.With());

        Assert.Equal(CallEndKind.TooLong, call.End.Kind);
        Assert.False(call.IsExpected);
    }

    [Fact]
    public async Task Consecutive_invocations_without_a_prompt_share_twenty_seconds()
    {
        var time = new FakeTimeProvider();
        var limits = new List<double>();
        var flow =
            Invoke("JSON", "A", "B")
            + ","
            + Invoke("JSON", "B", "C")
            + ","
            + Invoke("JSON", "C", "Prompt")
            + ","
            + Say("Prompt", "Still there?", "D")
            + ","
            + Invoke("JSON", "D", "End");

        await Calls.RunAsync(
            flow,
            Calls.With(
                (_, _, limit, _) =>
                {
                    limits.Add(limit.TotalSeconds);
                    time.Advance(TimeSpan.FromSeconds(7));
                    return new(Calls.Answer("{}"));
                },
                time
            )
        );

        Assert.Equal([8, 8, 6, 8], limits);
    }

    [Fact]
    public async Task An_asynchronous_invocation_is_not_waited_for()
    {
        var answer = new TaskCompletionSource<FunctionAnswer>();
        var flow =
            Action(
                "InvokeLambdaFunction",
                """{"LambdaFunctionARN": "arn", "InvocationTimeLimitSeconds": "60", "InvocationType": "ASYNCHRONOUS"}""",
                id: "Start",
                next: "Echo"
            )
            + ","
            + Say("Echo", "$.LambdaInvocation.InvocationId");

        var call = await Calls.RunAsync(flow, Calls.With((_, _, _, _) => new(answer.Task)));

        Assert.Equal([Calls.Contact.ContactId + "-1"], call.Heard);
        Assert.False(Assert.Single(call.Unfinished).IsCompleted);
        answer.SetResult(Calls.Answer("{}"));
    }
}
