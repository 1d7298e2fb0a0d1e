using System.Text.Json;
using Cxf.ContactFlows.Simulation;
using Cxf.Documents;
using static Cxf.ContactFlows.Tests.Flows;

namespace Cxf.ContactFlows.Tests;

/// <summary>What AWS's administrator guide and the live service say of values, keys, modules, and what is refused.</summary>
public sealed class DocumentedBehaviourTests
{
    private static readonly string Invocation = Invoke("JSON", next: "Say");

    [Theory]
    [InlineData("$.External.tier")]
    [InlineData("$.LambdaInvocation.ResultData.tier")]
    [InlineData("$.LambdaInvocation.ResultData['tier']")]
    public async Task The_answer_of_a_function_has_two_names(string reference) =>
        Assert.Equal(
            ["gold"],
            (
                await Calls.RunAsync(Invocation + "," + Say("Say", reference), Calls.With(Calls.Answers("""{"tier":"gold"}""")))
            ).Heard
        );

    [Theory]
    [InlineData("4711", "4711", "yes")]
    [InlineData("4711", "4712", "no")]
    [InlineData("4711", "", "no")]
    public async Task A_comparison_can_be_with_another_value_of_the_call(string typed, string sent, string heard)
    {
        var flow =
            Action(
                "Compare",
                """{"ComparisonValue": "$.Attributes.typed"}""",
                "NoMatchingCondition",
                Condition("Equals", "$.Attributes.sent", "Yes"),
                next: "No"
            )
            + ","
            + Say("Yes", "yes")
            + ","
            + Say("No", "no");
        var attributes = new Dictionary<string, string> { ["typed"] = typed, ["sent"] = sent };
        foreach (var empty in attributes.Where(attribute => attribute.Value.Length == 0).ToList())
        {
            attributes.Remove(empty.Key);
        }

        var call = await Calls.RunAsync(flow, Calls.With() with { Contact = Calls.Contact with { Attributes = attributes } });

        Assert.Equal([heard], call.Heard);
        Assert.DoesNotContain(Problems(flow), problem => problem.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [InlineData("12*34", "", "34")]
    [InlineData("12*34", "\"DTMFConfiguration\": {\"DisableCancelKey\": \"False\"}", "34")]
    [InlineData("12*34", "\"DTMFConfiguration\": {\"DisableCancelKey\": \"True\"}", "12*34")]
    [InlineData("12*34", "\"DTMFConfiguration\": {\"DisableCancelKey\": \"true\"}", "12*34")]
    [InlineData("1234*", "", "")]
    [InlineData("12*3*45", "", "45")]
    [InlineData("12#34", "", "12")]
    [InlineData("12*3#4", "", "3")]
    [InlineData("12##34", "\"DTMFConfiguration\": {\"InputTerminationSequence\": \"##\"}", "12")]
    [InlineData("12*34", "\"DTMFConfiguration\": {\"InputTerminationSequence\": \"*\"}", "12")]
    [InlineData("123456", "\"InputValidation\": {\"CustomValidation\": {\"MaximumLength\": \"4\"}}", "1234")]
    [InlineData("12*3456", "\"InputValidation\": {\"CustomValidation\": {\"MaximumLength\": \"4\"}}", "3456")]
    public async Task Keys_are_read_as_the_settings_say(string keys, string settings, string stored)
    {
        var parameters = $$"""{"Text": "Your number", "StoreInput": "true"{{(settings.Length > 0 ? ", " : "")}}{{settings}}}""";
        var call = await Calls.RunAsync(
            Action("GetParticipantInput", parameters, next: "Say") + "," + Say("Say", "stored $.StoredCustomerInput!"),
            Calls.With(null, null, keys)
        );

        Assert.Equal($"stored {stored}!", call.Heard.Last());
    }

    [Theory]
    [InlineData("2025550100", "Local", "US", true)]
    [InlineData("12025550100", "Local", "US", true)]
    [InlineData("5550100", "Local", "US", false)]
    [InlineData("02079460000", "Local", "GB", true)]
    [InlineData("0123456", "Local", "GB", false)]
    [InlineData("030901820", "Local", "DE", true)]
    [InlineData("12025550100", "E164", "", true)]
    [InlineData("02025550100", "E164", "", false)]
    [InlineData("1234", "E164", "", false)]
    public async Task A_phone_number_is_checked_by_its_country(string keys, string format, string country, bool isValid)
    {
        var code = country.Length > 0 ? $", \"CountryCode\": \"{country}\"" : "";
        var validation = $$"""{"PhoneNumberValidation": {"NumberFormat": "{{format}}"{{code}}} }""";
        var parameters = $$"""{"Text": "Your number", "StoreInput": "True", "InputValidation": {{validation}} }""";
        var call = await Calls.RunAsync(
            Action("GetParticipantInput", parameters, "NoMatchingError InvalidPhoneNumber"),
            Calls.With(null, null, keys)
        );

        Assert.Equal(isValid, !call.Events.OfType<CallEvent.BranchTaken>().Any());
    }

    [Theory]
    [InlineData("True")]
    [InlineData("false")]
    public async Task The_touch_tone_buffer_asks_nothing(string value)
    {
        var flow = Action("GetParticipantInput", $$"""{"EnableDTMFBuffer": "{{value}}"}""", next: "Ask") + "," + Menu();

        var call = await Calls.RunAsync(flow, Calls.With(null, null, "5"));

        Assert.Empty(Problems(flow));
        Assert.Equal("5", Assert.Single(call.Events.OfType<CallEvent.Pressed>()).Keys);
    }

    [Fact]
    public async Task Values_of_the_contact_and_its_queue_are_known()
    {
        const string queue = "arn:aws:connect:eu-central-1:111122223333:instance/i/queue/q-1";
        JsonElement sent = default;
        var flow =
            Action("UpdateContactTargetQueue", $$"""{"QueueId": "{{queue}}"}""", next: "Call")
            + ","
            + Invoke("JSON", next: "Say")
            + ","
            + Say(
                "Say",
                "$.Queue.ARN|$.Queue.Name|$.SegmentAttributes['connect:Subtype']|$.Tags['aws:connect:instanceId']"
                    + "|$.PreviousContactId|$.TextToSpeechVoiceId|$.MediaStreams.Customer.Audio.StreamARN"
            );

        var call = await Calls.RunAsync(
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
            $"{queue}|q-1|connect:Telephony|9f1c2e3d-0000-4000-8000-000000000001|{Calls.Contact.ContactId}|Joanna|",
            call.Heard.Last()
        );
        Assert.Equal(
            queue,
            sent.GetProperty("Details").GetProperty("ContactData").GetProperty("Queue").GetProperty("ARN").GetString()
        );
    }

    [Fact]
    public async Task A_value_that_only_Amazon_Connect_knows_can_be_given() =>
        Assert.Equal(
            ["Ann"],
            (
                await Calls.RunAsync(
                    Say("Say", "$.Customer.FirstName"),
                    Calls.With() with
                    {
                        Values = new Dictionary<string, string> { ["$.Customer.FirstName"] = "Ann" },
                    }
                )
            ).Heard
        );

    [Fact]
    public async Task A_loop_has_an_index_and_goes_over_lists()
    {
        var flow =
            Invoke("JSON", next: "Each")
            + ","
            + Action(
                "Loop",
                """{"LoopCount": "$.External.orders", "LoopName": "orders"}""",
                "",
                Condition("Equals", "ContinueLooping", "Say") + "," + Condition("Equals", "DoneLooping"),
                id: "Each"
            )
            + ","
            + Say("Say", "$.Loop.orders.Index: $.Loop.orders.Element.id", "Each");

        var call = await Calls.RunAsync(flow, Calls.With(Calls.Answers("""{"orders":[{"id":"a"},{"id":"b"}]}""")));

        Assert.Equal(["0: a", "1: b"], call.Heard);
    }

    // adminguide/contact-flow-modules.html, Limitations: flow local data does not cross in either direction.
    [Fact]
    public async Task A_module_has_a_scope_of_its_own_and_returns_a_branch_and_data()
    {
        const string Local =
            "$.External.tier|$.FlowAttributes.x|$.StoredCustomerInput|$.Lex.IntentName|$.Metrics.Queue.Size|$.Attributes.y";
        var module =
            Say("Inside", $"inside: {Local}", "Set")
            + ","
            + Setting("module")
            + ","
            + Storing()
            + """
                ,{"Identifier": "Then", "Type": "EndFlowModuleExecution", "Parameters": {"Result": "found",
                 "ResultData": {"name": "Ann"}}, "Transitions": {}}
                """;
        var flow =
            Invoke("JSON", next: "Set")
            + ","
            + Setting("caller")
            + ","
            + Storing()
            + ","
            + Action(
                "ConnectParticipantWithLexBot",
                """{"Text": "Yes?", "LexV2Bot": {"AliasArn": "arn"}}""",
                "NoMatchingCondition NoMatchingError",
                id: "Then",
                next: "Count"
            )
            + ","
            + Action("GetMetricData", "{}", id: "Count", next: "Run")
            + ","
            + Action("InvokeFlowModule", """{"FlowModuleId": "m1"}""", id: "Run", next: "Say")
            + ","
            + Say("Say", $"$.Modules.Result $.Modules.ResultData.name {Local}");

        var call = await Calls.RunAsync(
            flow,
            Calls.With(Calls.Answers("""{"tier":"gold"}""")) with
            {
                Caller = new CallerScript("1", "2") { Intents = ["Book"] }.AnswerAsync,
                Modules = new Dictionary<string, ContactFlow> { ["m1"] = ContactFlowReader.Read(Of(module)).Flow! },
            }
        );

        Assert.Equal("inside: |||||caller", call.Heard.Single(text => text.StartsWith("inside", StringComparison.Ordinal)));
        Assert.Equal("found Ann gold|caller|1|Book|0|module", call.Heard.Last());
    }

    // Both sides set a flow attribute and a contact attribute.
    private static string Setting(string value) =>
        Action(
            "UpdateFlowAttributes",
            $$"""{"FlowAttributes": {"x": {"Type": "String", "Value": "{{value}}"} } }""",
            id: "Set",
            next: "SetToo"
        )
        + ","
        + Action("UpdateContactAttributes", $$"""{"Attributes": {"y": "{{value}}"} }""", id: "SetToo", next: "Store");

    private static string Storing() =>
        Action("GetParticipantInput", """{"Text": "Your number?", "StoreInput": "True"}""", id: "Store", next: "Then");

    [Fact]
    public async Task A_module_that_is_missing_is_named_and_an_error()
    {
        var call = await Calls.RunAsync(
            Action("InvokeFlowModule", """{"FlowModuleId": "$.Attributes.module"}""", id: "Run"),
            Calls.With() with
            {
                Contact = Calls.Contact with { Attributes = new Dictionary<string, string> { ["module"] = "m-9" } },
            }
        );

        Assert.Equal(CallEndKind.Disconnected, call.End.Kind);
        Assert.Contains("$.Attributes.module (m-9)", call.Problem);
    }

    [Fact]
    public async Task Attributes_beyond_32_KB_are_refused()
    {
        var big = new string('x', 33 * 1024);
        var flow = Action("UpdateContactAttributes", $$$"""{"Attributes": {"big": "{{{big}}}"}}""");
        Assert.Equal(ContactFlowCodes.TooLarge, Problem(flow).Code);
        Assert.Contains("32768 bytes", (await Calls.RunAsync(flow, Calls.With())).Problem);

        var twice = Action(
            "UpdateContactAttributes",
            """{"Attributes": {"a": "$.External.half", "b": "$.External.half"}}""",
            id: "Set"
        );
        var half = new string('x', 20 * 1024);
        var call = await Calls.RunAsync(
            Invoke("JSON", next: "Set") + "," + twice,
            Calls.With(Calls.Answers($$"""{"half":"{{half}}"}"""))
        );
        Assert.Contains("32768 bytes", call.Problem);
    }

    [Theory]
    [InlineData("Next", "next")]
    [InlineData("TimeLimitExceeded", "error")]
    [InlineData("Other", "error")]
    public async Task The_result_of_an_action_that_others_decide_can_be_given(string result, string heard)
    {
        var flow =
            Action(
                "ShowView",
                """{"ViewResource": {"Id": "v"}}""",
                "NoMatchingCondition NoMatchingError TimeLimitExceeded",
                Condition("Equals", "Next", "Next"),
                id: "View",
                next: "Error"
            )
            + ","
            + Say("Next", "next")
            + ","
            + Say("Error", "error");

        var call = await Calls.RunAsync(
            flow,
            Calls.With() with
            {
                Decide = new ResultScript(new Dictionary<string, IReadOnlyList<string>> { ["View"] = [result] }).Decide,
            }
        );

        Assert.Equal([heard], call.Heard);
    }

    [Theory]
    [InlineData("""{"ThirdPartyPhoneNumber": "+12025550100"}""", 2)]
    [InlineData("""{"ThirdPartyPhoneNumber": "+12025550100", "ContinueFlowExecution": "False"}""", 1)]
    [InlineData(
        """
            {"ThirdPartyPhoneNumber": "+12025550100", "ContinueFlowExecution": "False",
             "ThirdPartyConnectionTimeLimitSeconds": "30"}
            """,
        0
    )]
    public void A_transfer_to_a_number_needs_its_parameters(string parameters, int missing) =>
        Assert.Equal(
            missing,
            Problems(Action("TransferParticipantToThirdParty", parameters, ""))
                .Count(problem => problem.Code == ContactFlowCodes.MissingParameter)
        );

    [Theory]
    [InlineData("customerWhisper", 1)]
    [InlineData("agentHold", 1)]
    [InlineData("contactFlow", 0)]
    public void A_whisper_flow_cannot_hang_up(string type, int problems) =>
        Assert.Equal(
            problems,
            ContactFlowReader
                .Read(Of(Say("Hello", "Hi")).Replace("\"Metadata\": {}", $"\"Metadata\": {{\"type\": \"{type}\"}}"))
                .Diagnostics.Count
        );

    [Fact]
    public void An_answer_of_DescribeContactFlow_is_read_as_the_flow_in_it()
    {
        var content = JsonSerializer.Serialize(Of(Say("Hello", "Hi")));
        var reading = ContactFlowReader.Read($$$"""{"ContactFlow": {"Id": "1", "Content": {{{content}}}}}""");

        Assert.Empty(reading.Diagnostics);
        Assert.Equal("Hello", reading.Flow!.StartAction);
    }

    private static string Menu() =>
        Action(
            "GetParticipantInput",
            """{"Text": "Press 5", "StoreInput": "False", "InputTimeLimitSeconds": "5"}""",
            "InputTimeLimitExceeded NoMatchingCondition NoMatchingError",
            Condition("Equals", "5"),
            id: "Ask"
        );
}
