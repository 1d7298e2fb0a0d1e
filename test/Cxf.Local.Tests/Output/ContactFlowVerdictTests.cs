using Cxf.ContactFlows;
using Cxf.Local.Output;

namespace Cxf.Local.Tests.Output;

/// <summary>The last line of a call agrees with the diagnostics above it.</summary>
public sealed class ContactFlowVerdictTests
{
    private const string Accepted = "Amazon Connect would accept this contact flow, as far as the simulator knows";

    [Theory]
    [InlineData("""{"Text": "Hello"}""", Accepted + ".", true)]
    [InlineData("""{"SSML": "<speak>$.External.message</speak>"}""", Accepted + ". See 1 warning above.", true)]
    [InlineData("""{"SSML": "<speak>Tom & Jerry</speak>"}""", Accepted + ", but 1 prompt cannot be spoken.", false)]
    [InlineData("""{"Text": "Hello", "TextType": "text"}""", Accepted + ". See 1 warning above.", true)]
    [InlineData("""{"Text": ""}""", "Amazon Connect would refuse this contact flow for 1 problem.", false)]
    [InlineData("{}", "Amazon Connect would refuse this contact flow for 1 problem.", false)]
    [InlineData(
        """{"SSML": "<speak>Tom & Jerry</speak>", "SkipWhenDTMFBufferEnabled": true}""",
        "Amazon Connect would refuse this contact flow for 1 problem.",
        false
    )]
    public void The_verdict_counts_the_problems(string parameters, string sentence, bool isAccepted)
    {
        var verdict = ContactFlowVerdict.Of(Read("MessageParticipant", parameters, ""));

        Assert.Equal((sentence, isAccepted), (verdict.Sentence, verdict.IsAccepted));
    }

    [Theory]
    [InlineData("Wait", """{"TimeLimitSeconds": "5"}""", "WaitCompleted", Accepted + ". See 1 warning above.")]
    [InlineData("ShowView", """{"ViewResource": {"Id": "v"}}""", "Next", Accepted + ".")]
    [InlineData("UpsertDataTableValues", "{}", "", "Amazon Connect would refuse this contact flow for 2 problems.")]
    public void What_may_go_wrong_in_a_call_is_not_left_out(string type, string parameters, string result, string sentence) =>
        Assert.Equal(sentence, ContactFlowVerdict.Of(Read(type, parameters, result)).Sentence);

    [Fact]
    public void A_contact_flow_and_its_modules_are_counted_together() =>
        Assert.Equal(
            "Amazon Connect would refuse this contact flow for 3 problems.",
            new ContactFlowVerdict(1, 0, 2).And(new ContactFlowVerdict(2, 1, 0)).Sentence
        );

    private static IReadOnlyList<ContactFlowDiagnostic> Read(string type, string parameters, string result)
    {
        var conditions =
            result.Length == 0
                ? ""
                : $$$"""{"NextAction": "End", "Condition": {"Operator": "Equals", "Operands": ["{{{result}}}"]}}""";
        return ContactFlowReader
            .Read(
                $$$"""
                {"Version": "2019-10-30", "StartAction": "It", "Metadata": {}, "Actions": [
                  {"Identifier": "It", "Type": "{{{type}}}", "Parameters": {{{parameters}}},
                   "Transitions": {"NextAction": "End", "Conditions": [{{{conditions}}}],
                     "Errors": [{"NextAction": "End", "ErrorType": "NoMatchingError"}]} },
                  {"Identifier": "End", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {} }]}
                """
            )
            .Diagnostics;
    }
}
