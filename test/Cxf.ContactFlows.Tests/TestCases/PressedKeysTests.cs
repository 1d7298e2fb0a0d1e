using System.Text;
using Cxf.ContactFlows.TestCases;
using static Cxf.ContactFlows.Tests.Flows;

namespace Cxf.ContactFlows.Tests.TestCases;

/// <summary>The keys that a test case presses at once.</summary>
public sealed class PressedKeysTests
{
    // A menu takes one key; Connect loses the others unless the contact flow has started the touch-tone buffer.
    [Theory]
    [InlineData("False", "12", "= 1", "InputTimeLimitExceeded")]
    [InlineData("True", "12", "= 1", "= 2")]
    [InlineData("True", "1", "= 1", "InputTimeLimitExceeded")]
    public async Task Keys_that_a_menu_does_not_take_wait_only_in_the_buffer(
        string buffer,
        string keys,
        string first,
        string second
    )
    {
        var flow =
            Action("GetParticipantInput", $$"""{"EnableDTMFBuffer": "{{buffer}}"}""", id: "Buffer", next: "First")
            + ","
            + Menu("First", "1", "Second")
            + ","
            + Menu("Second", "2", "End");
        var test = $$"""
            {"Version": "2019-10-30", "Metadata": {}, "Observations": [
              {"Identifier": "start", "Event": {"Type": "TestInitiated"}, "Transitions": {"NextObservations": ["menu"]} },
              {"Identifier": "menu", "Event": {"Type": "MessageReceived", "Properties":
                 {"Text": "Press a key", "MatchingCriteria": {"Type": "Inclusion"} } },
               "Actions": [{"Identifier": "press", "Type": "SendInstruction", "Parameters": {"Actor": "Customer",
                 "Instruction": {"Type": "DtmfInput", "Properties": {"Value": "{{keys}}"} } } }]}]}
            """;

        var result = await ContactFlowTest.RunAsync(
            ContactFlowReader.Read(Of(flow)).Flow!,
            TestCaseReader.Read("keys", Encoding.UTF8.GetBytes(test)).TestCase!,
            new Dictionary<string, ContactFlow>(),
            TestContext.Current.CancellationToken
        );

        Assert.Empty(result.Failures);
        Assert.Contains(new ContactFlowBranch("First", first), result.Taken);
        Assert.Contains(new ContactFlowBranch("Second", second), result.Taken);
    }

    private static string Menu(string id, string key, string next) =>
        Action(
            "GetParticipantInput",
            """{"Text": "Press a key", "StoreInput": "False", "InputTimeLimitSeconds": "5"}""",
            "InputTimeLimitExceeded NoMatchingCondition NoMatchingError",
            Condition("Equals", key, next),
            id: id,
            next: next
        );
}
