using System.Text.Json;
using Cxf.ContactFlows.Simulation;
using Cxf.Documents;
using static Cxf.ContactFlows.Tests.Flows;

namespace Cxf.ContactFlows.Tests;

/// <summary>What the live service refuses although the reference does not say so, and values that a call has.</summary>
public sealed class ServiceRulesTests
{
    private const string Number = "\"ThirdPartyPhoneNumber\": \"+12025550100\", \"ThirdPartyConnectionTimeLimitSeconds\": \"30\"";

    [Theory]
    [InlineData("UpdatePreviousContactParticipantState", """{"PreviousContactParticipantState": "OffHold"}""", "", 0)]
    [InlineData("UpdatePreviousContactParticipantState", """{"PreviousContactParticipantState": "OnHold"}""", "", 1)]
    [InlineData("UpdatePreviousContactParticipantState", "{}", "", 1)]
    [InlineData("UpdateContactEventHooks", """{"EventHooks": {"CustomerQueue": "arn"}}""", "", 0)]
    [InlineData("UpdateContactEventHooks", """{"EventHooks": {"CustomerQueue": "arn", "CustomerHold": "arn"}}""", "", 1)]
    [InlineData("UpdateContactEventHooks", """{"EventHooks": {}}""", "", 1)]
    [InlineData("UpdateContactData", """{"TargetContact": "Current"}""", "", 1)]
    [InlineData("UpdateContactData", """{"TargetContact": "Current", "LanguageCode": "de-DE"}""", "", 0)]
    [InlineData("TagContact", """{"Tags": {"a": ""}}""", "", 1)]
    [InlineData("ShowView", """{"ViewResource": {"Id": "v"}, "ViewData": {"a": [{"b": ""}]}}""", "", 1)]
    [InlineData("CheckMetricData", """{"MetricType": "NumberOfAgentsAvailable"}""", "NumberGreaterThan 0", 0)]
    [InlineData("CheckMetricData", """{"MetricType": "NumberOfAgentsAvailable"}""", "NumberGreaterThan 3", 1)]
    [InlineData("CheckMetricData", """{"MetricType": "NumberOfAgentsAvailable"}""", "NumberLessThan 3", 1)]
    [InlineData("CheckMetricData", """{"MetricType": "NumberOfContactsInQueue"}""", "NumberLessThan 3", 0)]
    public void What_the_service_refuses_is_an_error(string type, string parameters, string condition, int errors)
    {
        var conditions = condition.Split(' ') is [var name, var operand] ? Condition(name, operand) : "";

        Assert.Equal(errors, Errors(Of(Action(type, parameters, "NoMatchingCondition NoMatchingError", conditions))));
    }

    [Theory]
    [InlineData("True", "CallFailed NoMatchingError", 0)]
    [InlineData("False", "CallFailed NoMatchingError", 1)]
    [InlineData("False", "NoMatchingError", 0)]
    public void A_call_that_is_handed_over_has_no_outcomes(string continues, string branches, int errors) =>
        Assert.Equal(
            errors,
            Errors(
                Of(
                    Action(
                        "TransferParticipantToThirdParty",
                        $$"""{{{Number}}, "ContinueFlowExecution": "{{continues}}"}""",
                        branches
                    )
                )
            )
        );

    [Theory]
    [InlineData("""{"TimeLimitSeconds": "5", "ContinueExecution": "True"}""", "Continue WaitCompleted", 1)]
    [InlineData("""{"TimeLimitSeconds": "5", "ContinueExecution": "True", "MinimumWaitTimeSeconds": "1"}""", "WaitCompleted", 1)]
    [InlineData(
        """{"TimeLimitSeconds": "5", "ContinueExecution": "True", "MinimumWaitTimeSeconds": "1"}""",
        "Continue WaitCompleted",
        0
    )]
    public void A_wait_during_which_the_flow_continues_has_both_branches(string parameters, string results, int errors) =>
        Assert.Equal(
            errors,
            Errors(
                Of(
                    Action(
                        "Wait",
                        parameters,
                        conditions: string.Join(",", results.Split(' ').Select(result => Condition("Equals", result)))
                    )
                )
            )
        );

    [Theory]
    [InlineData("""{"CustomValidation": {"MaximumLength": "16"}}""", 0)]
    [InlineData("""{"PhoneNumberValidation": {"NumberFormat": "E164"}}""", 1)]
    public void Encrypted_digits_have_a_length(string validation, int errors) =>
        Assert.Equal(
            errors,
            Errors(
                Of(
                    Action(
                        "GetParticipantInput",
                        $$"""
                        {"Text": "Card", "StoreInput": "True", "InputEncryption": {"EncryptionKeyId": "k",
                        "Key": "c"}, "InputValidation": {{validation}} }
                        """
                    )
                )
            )
        );

    [Theory]
    [InlineData("contactFlowModule", """{"InputParameters": [], "OutputParameters": [], "Transitions": []}""", 0)]
    [InlineData("contactFlowModule", """{"InputParameters": []}""", 2)]
    [InlineData("contactFlowModule", null, 1)]
    [InlineData("contactFlowModule", "[]", 1)]
    [InlineData("contactFlow", null, 0)]
    [InlineData("contactFlow", "{}", 1)]
    public void Only_a_module_has_settings(string type, string? settings, int errors)
    {
        var member = settings is null ? "" : $"\"Settings\": {settings}, ";

        Assert.Equal(
            errors,
            Errors(Of(Say("Hello", "Hi")).Replace("\"Metadata\": {}", $"{member}\"Metadata\": {{\"type\": \"{type}\"}}"))
        );
    }

    [Theory]
    [InlineData("contactFlow", 1)]
    [InlineData("outboundWhisper", 0)]
    public void An_inbound_flow_completes_no_outbound_call(string type, int errors)
    {
        const string end = """{"Identifier": "End", "Type": "EndFlowExecution", "Parameters": {}, "Transitions": {}}""";

        Assert.Equal(
            errors,
            Errors(
                Of(Action("CompleteOutboundCall", "{}"))
                    .Replace(End, end)
                    .Replace("\"Metadata\": {}", $"\"Metadata\": {{\"type\": \"{type}\"}}")
            )
        );
    }

    [Theory]
    [InlineData("Wait", "contactFlow", 0)]
    [InlineData("Wait", "contactFlowModule", 0)]
    [InlineData("Wait", "customerQueue", 0)]
    [InlineData("Wait", "customerHold", 1)]
    [InlineData("Wait", "agentWhisper", 1)]
    [InlineData("Wait", "queueTransfer", 1)]
    [InlineData("InvokeFlowModule", "contactFlow", 0)]
    [InlineData("InvokeFlowModule", "customerQueue", 1)]
    [InlineData("InvokeFlowModule", "outboundWhisper", 1)]
    [InlineData("InvokeFlowModule", "agentTransfer", 1)]
    public void Some_actions_are_for_some_types_of_flows(string action, string type, int errors)
    {
        var parameters = action == "Wait" ? """{"TimeLimitSeconds": "5"}""" : """{"FlowModuleId": "m1"}""";
        var flow = Action(action, parameters, conditions: action == "Wait" ? Condition("Equals", "WaitCompleted") : "");
        const string lists = """{"InputParameters": [], "OutputParameters": [], "Transitions": []}""";
        var settings = type.EndsWith("Module", StringComparison.Ordinal) ? $"\"Settings\": {lists}, " : "";
        const string end = """{"Identifier": "End", "Type": "EndFlowExecution", "Parameters": {}, "Transitions": {}}""";

        Assert.Equal(
            errors,
            Errors(Of(flow).Replace(End, end).Replace("\"Metadata\": {}", $"{settings}\"Metadata\": {{\"type\": \"{type}\"}}"))
        );
    }

    // The API reference describes conditions inside conditions; the service refuses them.
    [Theory]
    [InlineData("And", """[{"Operator": "Equals", "Operands": ["a"]}, {"Operator": "Equals", "Operands": ["b"]}]""")]
    [InlineData("Or", """[{"Operator": "Equals", "Operands": ["a"]}]""")]
    [InlineData("Not", """["a"]""")]
    [InlineData("Exists", """["a"]""")]
    [InlineData("Contains", """["a"]""")]
    public void An_operator_that_only_the_reference_has_is_an_error(string name, string operands)
    {
        var condition = $$"""{"Condition": {"Operator": "{{name}}", "Operands": {{operands}} }, "NextAction": "End"}""";
        var flow = Action("Compare", """{"ComparisonValue": "$.Attributes.a"}""", "NoMatchingCondition", condition);

        var problem = Problem(flow);

        Assert.Equal(ContactFlowCodes.Condition, problem.Code);
        Assert.Contains(name, problem.Message);
    }

    [Theory]
    [InlineData("VOICE", "connect:Telephony|+12025550100|TELEPHONE_NUMBER", "TELEPHONE_NUMBER")]
    [InlineData("CHAT", "connect:Chat||", null)]
    [InlineData("TASK", "connect:Task||", null)]
    [InlineData("EMAIL", "connect:Email|+12025550100|EMAIL_ADDRESS", "EMAIL_ADDRESS")]
    public async Task A_contact_is_of_its_channel(string channel, string heard, string? endpoint)
    {
        string? sent = null;
        var flow =
            Invoke("JSON", next: "Say")
            + ","
            + Say("Say", "$.SegmentAttributes['connect:Subtype']|$.CustomerEndpoint.Address|$.CustomerEndpoint.Type");

        var call = await Calls.RunAsync(
            flow,
            Calls.With(
                (_, connectEvent, _, _) =>
                {
                    using var document = JsonDocument.Parse(connectEvent);
                    var customer = document
                        .RootElement.GetProperty("Details")
                        .GetProperty("ContactData")
                        .GetProperty("CustomerEndpoint");
                    sent = customer.ValueKind == JsonValueKind.Null ? null : customer.GetProperty("Type").GetString();
                    return new(Calls.Answer("{}"));
                }
            ) with
            {
                Contact = Calls.Contact with { Channel = channel },
            }
        );

        Assert.Equal([heard], call.Heard);
        Assert.Equal(endpoint, sent);
    }

    [Fact]
    public async Task A_function_learns_of_the_audio_stream()
    {
        JsonElement audio = default;
        await Calls.RunAsync(
            Action("UpdateContactMediaStreamingBehavior", """{"MediaStreamingState": "Enabled"}""", next: "Call")
                + ","
                + Invoke("JSON"),
            Calls.With(
                (_, connectEvent, _, _) =>
                {
                    audio = JsonElement
                        .Parse(connectEvent.Span)
                        .GetProperty("Details")
                        .GetProperty("ContactData")
                        .GetProperty("MediaStreams")
                        .GetProperty("Customer")
                        .GetProperty("Audio");
                    return new(Calls.Answer("{}"));
                }
            )
        );

        Assert.StartsWith("arn:aws:kinesisvideo:", audio.GetProperty("StreamARN").GetString());
        Assert.Equal(JsonValueKind.Null, audio.GetProperty("StopTimestamp").ValueKind);
    }

    [Theory]
    [InlineData("", "Sorry")]
    [InlineData("$.Customer.FirstName=Ann", "Hello Ann")]
    [InlineData("$.Customer['FirstName']=Ann", "Hello Ann")]
    public async Task A_customer_is_found_if_the_call_is_given_one(string value, string heard)
    {
        var flow =
            Action("GetCustomerProfile", "{}", "NoneFoundError NoMatchingError", id: "Find", next: "No")
                .Replace("\"NextAction\": \"No\", \"Conditions\"", "\"NextAction\": \"Yes\", \"Conditions\"")
            + ","
            + Say("Yes", "Hello $.Customer.FirstName")
            + ","
            + Say("No", "Sorry");
        var values = value.Split('=') is [var reference, var text] ? new Dictionary<string, string> { [reference] = text } : [];

        Assert.Equal([heard], (await Calls.RunAsync(flow, Calls.With() with { Values = values })).Heard);
    }

    [Theory]
    [InlineData("$.External.orders[1].id", "b")]
    [InlineData("`$.External.orders[1].id`", "b")]
    [InlineData("$.External.orders.1.id", "b")]
    [InlineData("`$.External.orders[1].id", "`b")]
    public async Task An_element_of_a_list_can_be_between_backticks(string text, string heard) =>
        Assert.Equal(
            [heard],
            (
                await Calls.RunAsync(
                    Invoke("JSON", next: "Say") + "," + Say("Say", text),
                    Calls.With(Calls.Answers("""{"orders": [{"id": "a"}, {"id": "b"}]}"""))
                )
            ).Heard
        );

    [Theory]
    [InlineData("Check", "True", "open")]
    [InlineData("Check", "False", "closed")]
    [InlineData("CheckHoursOfOperation", "False", "closed")]
    [InlineData("Check", "NoMatchingError", "error")]
    [InlineData("Check", "Nonsense", "error")]
    public async Task Every_action_takes_a_given_result(string action, string result, string heard)
    {
        var flow =
            Action(
                "CheckHoursOfOperation",
                "{}",
                "NoMatchingError",
                Condition("Equals", "True", "Open") + "," + Condition("Equals", "False", "Closed"),
                id: "Check",
                next: "Error"
            )
            + ","
            + Say("Open", "open")
            + ","
            + Say("Closed", "closed")
            + ","
            + Say("Error", "error");
        var results = new ResultScript(new Dictionary<string, IReadOnlyList<string>> { [action] = [result] });

        Assert.Equal([heard], (await Calls.RunAsync(flow, Calls.With() with { Decide = results.Decide })).Heard);
    }

    private static int Errors(string flow) =>
        ContactFlowReader.Read(flow).Diagnostics.Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
