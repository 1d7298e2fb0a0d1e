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

    [Theory]
    [InlineData("FAILED SUCCEEDED", null)]
    [InlineData("REJECTED OTHER SUCCEEDED", null)]
    [InlineData("SUCCEEDED FAILED", "Check: the function's status is FAILED")]
    [InlineData("FAILED OTHER", "Check: the function's status is OTHER")]
    public async Task A_failure_that_a_later_try_mends_is_none(string statuses, string? problem)
    {
        var answers = new Queue<string>(statuses.Split(' '));
        var rounds = answers.Count;
        var flow =
            Action(
                "Loop",
                $$"""{"LoopCount": "{{rounds}}"}""",
                "",
                Condition("Equals", "ContinueLooping", "Call") + "," + Condition("Equals", "DoneLooping"),
                id: "Again"
            )
            + ","
            + Invoke("JSON", next: "Check")
            + ","
            + Action(
                "Compare",
                """{"ComparisonValue": "$.External.status"}""",
                "NoMatchingCondition",
                string.Join(
                    ",",
                    new[] { "SUCCEEDED", "FAILED", "REJECTED" }.Select(status => Condition("Equals", status, "Again"))
                ),
                id: "Check",
                next: "Again"
            );

        var call = await Calls.RunAsync(
            flow,
            Calls.With((_, _, _, _) => new(Calls.Answer($$"""{"status": "{{answers.Dequeue()}}"}""")))
        );

        Assert.Equal(problem, call.Problem);
    }

    [Theory]
    [InlineData("""{"ContactFlow": {"Id": "1", "Content": CONTENT}}""")]
    [InlineData("""{"Name": "Hello", "Type": "CONTACT_FLOW", "Content": CONTENT}""")]
    public void An_answer_of_DescribeContactFlow_and_a_request_are_read_as_the_flow_in_them(string document)
    {
        var content = JsonSerializer.Serialize(Of(Say("Hello", "Hi")));
        var reading = ContactFlowReader.Read(document.Replace("CONTENT", content));

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
