using Cxf.ContactFlows.Simulation;
using static Cxf.ContactFlows.Tests.Flows;

namespace Cxf.ContactFlows.Tests;

/// <summary>What crosses between a contact flow and a module that it invokes.</summary>
public sealed class ModuleScopeTests
{
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
}
