using System.Text.Json;
using Cxf.ContactFlows.Simulation;
using Cxf.Documents;
using Microsoft.Extensions.Time.Testing;
using static Cxf.ContactFlows.Tests.Flows;

namespace Cxf.ContactFlows.Tests;

public class ContactFlowSimulatorTests
{
    private const string Digits =
        """{"Text": "Your number?", "StoreInput": "True", "InputTimeLimitSeconds": "4", "InputValidation": {"CustomValidation": {"MaximumLength": "4"}}}""";

    [Theory]
    [InlineData("$.Attributes.name", "Ada")]
    [InlineData("$.Attributes['two words']", "both")]
    [InlineData("$['Attributes']['name']", "Ada")]
    [InlineData("Hello $.Attributes.name.", "Hello Ada.")]
    [InlineData("$.Attributes.name-$.Attributes.name", "Ada-Ada")]
    [InlineData("$5 for $.Attributes.name", "$5 for Ada")]
    [InlineData("a $ b $. c", "a $ b $. c")]
    [InlineData("$.Channel $.LanguageCode $.InitiationMethod", "VOICE en-US INBOUND")]
    [InlineData("$.CustomerEndpoint.Address to $.SystemEndpoint.Address", "+12025550100 to +12025550199")]
    [InlineData("$.ContactId", "4a573372-1f28-4e26-b97b-0123456789ab")]
    [InlineData("$.InstanceARN", "arn:aws:connect:eu-central-1:111122223333:instance/9f1c2e3d-0000-4000-8000-000000000001")]
    [InlineData("x$.Attributes.missing", "x")]
    public async Task References_in_texts_are_replaced(string text, string heard)
    {
        var options = Calls.With() with
        {
            Contact = Calls.Contact with
            {
                Attributes = new Dictionary<string, string> { ["name"] = "Ada", ["two words"] = "both" },
            },
        };

        var call = await Calls.RunAsync(Say("Hello", text), options);

        Assert.Equal([heard], call.Heard);
    }

    [Fact]
    public async Task A_reference_without_a_value_is_told_by_name()
    {
        var call = await Calls.RunAsync(Say("Hello", "Hi $.External.name"), Calls.With());

        Assert.Equal("$.External.name", Assert.Single(call.Events.OfType<CallEvent.ValueMissing>()).Reference);
    }

    [Fact]
    public async Task A_prompt_with_nothing_to_say_takes_its_error_branch()
    {
        var call = await Calls.RunAsync(Say("Hello", "$.External.message"), Calls.With());

        Assert.Equal("Hello: there is nothing to say: the text has no value", call.Problem);
    }

    [Theory]
    [InlineData("""{"SSML": "<speak>Hello <b>you</b></speak>"}""", "Hello you")]
    [InlineData("""{"SSML": "<speak><break time='500ms'/></speak>"}""", "(pause)")]
    [InlineData("""{"PromptId": "arn:prompt"}""", "(recorded prompt arn:prompt)")]
    [InlineData("""{"Media": {"Uri": "s3://a/b.wav", "SourceType": "S3", "MediaType": "Audio"}}""", "(recording s3://a/b.wav)")]
    public async Task Every_kind_of_prompt_is_written_down(string parameters, string heard)
    {
        var call = await Calls.RunAsync(Action("MessageParticipant", parameters), Calls.With());

        Assert.Equal([heard], call.Heard);
    }

    [Theory]
    [InlineData("1234", "1234")]
    [InlineData("123456", "1234")]
    [InlineData("12#99", "12")]
    [InlineData(null, "Timeout")]
    public async Task Stored_input_is_cut_as_configured_and_silence_is_the_word_Timeout(string? keys, string stored)
    {
        var call = await Calls.RunAsync(
            Action("GetParticipantInput", Digits, id: "Ask", next: "Echo") + "," + Say("Echo", "$.StoredCustomerInput"),
            Calls.With(null, null, keys)
        );

        Assert.Equal(stored, call.Heard.Last());
        Assert.True(call.IsExpected);
    }

    [Fact]
    public async Task Keys_that_are_no_phone_number_take_their_own_branch()
    {
        var ask = Action(
            "GetParticipantInput",
            """{"Text": "Call you where?", "StoreInput": "True", "InputValidation": {"PhoneNumberValidation": {"NumberFormat": "Local", "CountryCode": "US"}}}""",
            "InvalidPhoneNumber NoMatchingError"
        );

        var call = await Calls.RunAsync(ask, Calls.With(null, null, "12"));

        Assert.Equal("InvalidPhoneNumber", call.Events.OfType<CallEvent.BranchTaken>().Single().Branch.Label);
        Assert.False(call.IsExpected);
    }

    [Theory]
    [InlineData("Equals", "Gold", true)]
    [InlineData("Equals", "gold", false)]
    [InlineData("TextStartsWith", "Go", true)]
    [InlineData("TextEndsWith", "ld", true)]
    [InlineData("TextContains", "ol", true)]
    [InlineData("TextContains", "x", false)]
    [InlineData("NumberGreaterThan", "1", false)]
    [InlineData("KeyExists", "Gold", false)]
    public async Task Texts_are_compared_with_case(string op, string operand, bool holds) =>
        Assert.Equal(holds, await ComparesAsync("$.Attributes.tier", op, operand));

    [Theory]
    [InlineData("NumberGreaterThan", "9", true)]
    [InlineData("NumberGreaterThan", "10", false)]
    [InlineData("NumberGreaterOrEqualTo", "10.0", true)]
    [InlineData("NumberLessThan", "10.5", true)]
    [InlineData("NumberLessThan", "-1", false)]
    [InlineData("NumberLessOrEqualTo", "10", true)]
    [InlineData("Equals", "10", true)]
    public async Task Numbers_are_compared_as_numbers(string op, string operand, bool holds) =>
        Assert.Equal(holds, await ComparesAsync("$.Attributes.count", op, operand));

    [Theory]
    [InlineData("$.External.customer.tier", "Equals", "gold", true)]
    [InlineData("$.External.customer", "KeyExists", "tier", true)]
    [InlineData("$.External.customer", "KeyExists", "name", false)]
    [InlineData("$.External.count", "NumberLessThan", "4", true)]
    [InlineData("$.External.vip", "Equals", "true", true)]
    [InlineData("$.External.list", "TextContains", "1", false)]
    [InlineData("$.External.nothing", "Equals", "null", false)]
    public async Task Nested_values_of_a_json_answer_can_be_compared(string reference, string op, string operand, bool holds) =>
        Assert.Equal(holds, await ComparesAsync(reference, op, operand));

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
                """{"LambdaFunctionARN": "arn", "LambdaInvocationAttributes": {"type": "$.Attributes.recordType", "mix": "<$.FlowAttributes.secret>", "none": "$.External.none", "deep": {"list": ["$.Channel"]}}}""",
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
    public async Task A_loop_goes_round_as_often_as_it_says_and_starts_afresh_when_met_again()
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
    public async Task Of_a_long_wait_the_longest_passes_and_all_of_it_is_counted()
    {
        var time = new FakeTimeProvider();
        var options = Calls.With(null, time) with { LongestWait = TimeSpan.FromSeconds(10) };

        var walk = Calls.RunAsync(
            Action("Wait", """{"TimeLimitSeconds": "900"}""", "NoMatchingError", Condition("Equals", "WaitCompleted")),
            options
        );
        time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(walk.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal(TimeSpan.FromSeconds(900), (await walk).Duration);
    }

    [Theory]
    [InlineData("neural")]
    [InlineData("Neural")]
    [InlineData("Generative")]
    public async Task A_voice_has_its_engine_in_any_case(string engine)
    {
        var call = await Calls.RunAsync(
            Action(
                "UpdateContactTextToSpeechVoice",
                $$"""{"TextToSpeechVoice": "Ruth", "TextToSpeechEngine": "{{engine}}"}""",
                "NoMatchingError"
            ),
            Calls.With()
        );
        Assert.True(call.IsExpected);
    }

    [Fact]
    public async Task A_wait_passes_on_the_given_time()
    {
        var time = new FakeTimeProvider();
        var walk = Calls.RunAsync(
            Action("Wait", """{"TimeLimitSeconds": "3"}""", "NoMatchingError", Condition("Equals", "WaitCompleted")),
            Calls.With(null, time)
        );

        time.Advance(TimeSpan.FromSeconds(2));
        Assert.False(walk.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(TimeSpan.FromSeconds(3), (await walk).Duration);
    }

    [Theory]
    [InlineData(true, "open")]
    [InlineData(false, "closed")]
    public async Task Opening_hours_are_told_to_the_call(bool inHours, string heard)
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
    public async Task A_transfer_ends_the_call_as_foreseen(string type, string parameters, string detail)
    {
        var call = await Calls.RunAsync(Action(type, parameters), Calls.With());

        Assert.Equal((CallEndKind.Transferred, detail), (call.End.Kind, call.End.Detail));
        Assert.True(call.IsExpected);
    }

    [Fact]
    public async Task An_action_that_is_not_simulated_ends_the_call_and_is_not_foreseen()
    {
        var call = await Calls.RunAsync(Action("ShowView", "{}"), Calls.With());

        Assert.Equal(CallEndKind.NotSimulated, call.End.Kind);
        Assert.Equal("It: ShowView is not simulated", call.Problem);
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
    public async Task Settings_that_nobody_hears_are_passed()
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
    public async Task A_call_that_goes_round_in_circles_is_ended()
    {
        var call = await Calls.RunAsync(Say("Tick", "tick", "Tock") + "," + Say("Tock", "tock", "Tick"), Calls.With());

        Assert.Equal(CallEndKind.TooLong, call.End.Kind);
        Assert.False(call.IsExpected);
    }

    [Fact]
    public async Task Invocations_without_a_prompt_between_them_share_twenty_seconds()
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

    private static async Task<bool> ComparesAsync(string reference, string op, string operand)
    {
        var flow =
            Invoke("JSON", "Call", "Look")
            + ","
            + Action(
                "Compare",
                $$"""{"ComparisonValue": "{{reference}}"}""",
                "NoMatchingCondition",
                Condition(op, operand, "Yes"),
                id: "Look"
            )
            + ","
            + Say("Yes", "yes");
        var options = Calls.With(
            Calls.Answers("""{"customer": {"tier": "gold"}, "count": 3, "vip": true, "list": [1], "nothing": null}""")
        ) with
        {
            Contact = Calls.Contact with
            {
                Attributes = new Dictionary<string, string> { ["tier"] = "Gold", ["count"] = "10" },
            },
        };

        return (await Calls.RunAsync(flow, options)).Heard.Any();
    }
}
