using System.Text;
using System.Text.Json;
using Cxf.ContactFlows.TestCases;

namespace Cxf.ContactFlows.Tests.TestCases;

/// <summary>Test cases as they are read, before they run.</summary>
public sealed class TestCaseReaderTests
{
    [Theory]
    [InlineData("{}", "/Version")]
    [InlineData("""{"Version": "2019-10-30", "Observations": []}""", "/Observations")]
    [InlineData("""{"Version": "2019-10-30", "Observations": [{"Event": {"Type": "Began"}}]}""", "/Observations/0/Event/Type")]
    [InlineData(
        """
            {"Version": "2019-10-30", "Observations": [{"Identifier": "a", "Event": {"Type": "TestInitiated"},
            "Actions": [{"Type": "Press"}]}]}
            """,
        "/Observations/0/Actions/0/Type"
    )]
    [InlineData(
        """
            {"Version": "2019-10-30", "Observations": [{"Identifier": "a", "Event": {"Type": "TestInitiated"},
            "Transitions": {"NextObservations": ["b"]}}]}
            """,
        "/Observations"
    )]
    [InlineData(
        """
            {"Version": "2019-10-30", "Observations": [{"Identifier": "a", "Event": {"Type": "TestInitiated"}},
            {"Identifier": "b", "Event": {"Type": "MessageReceived", "Properties": {"Text": "Hi",
            "MatchingCriteria": "Similarity"}}}]}
            """,
        "/Observations/1/Event/Properties/MatchingCriteria"
    )]
    public void What_the_service_does_not_take_is_reported(string content, string pointer)
    {
        var reading = TestCaseReader.Read("it", Encoding.UTF8.GetBytes(content));

        Assert.Null(reading.TestCase);
        Assert.Contains(reading.Diagnostics, diagnostic => diagnostic.Pointer == pointer);
    }

    [Theory]
    [InlineData("Assert", "{}", "Namespace Operator")]
    [InlineData("Assert", """{"Namespace": "$.Channel"}""", "Operator")]
    [InlineData("Assert", """{"Namespace": "$.Channel", "Operator": "Equals"}""", "Operand")]
    [InlineData("Assert", """{"Namespace": "$.Channel", "Operator": "Exists"}""", "")]
    [InlineData("Assert", """{"Namespace": "$.Channel", "Operator": "Equals", "Operand": "VOICE"}""", "")]
    [InlineData("Assert", """{"Namespace": "$.Channel", "Operator": "NumberLessThan", "Operand": 5}""", "")]
    [InlineData("Assert", """{"Namespace": "$.Channel", "Operator": "KeyExists", "Operand": "a"}""", "Operator")]
    [InlineData("Assert", """{"Namespace": "$.Channel", "Operator": "Equal", "Operand": "a"}""", "Operator")]
    [InlineData("Assert", """{"Namespace": "Channel", "Operator": "Exists"}""", "Namespace")]
    [InlineData("Assert", """{"Namespace": "$.Attributes", "Operator": "Exists"}""", "Namespace")]
    [InlineData("SendInstruction", "{}", "Instruction")]
    [InlineData("SendInstruction", """{"Instruction": "5"}""", "Instruction")]
    [InlineData("SendInstruction", """{"Instruction": {}}""", "Instruction/Type")]
    [InlineData("SendInstruction", """{"Instruction": {"Type": "Disconnect"}, "Actor": "Customer"}""", "")]
    [InlineData("OverrideSystemBehavior", "{}", "Behavior")]
    [InlineData("OverrideSystemBehavior", """{"Behavior": {}}""", "Behavior/Properties")]
    [InlineData(
        "OverrideSystemBehavior",
        """{"Behavior": {"Properties": {}}}""",
        "Behavior/Properties/ActionType Behavior/Properties/Strategy"
    )]
    [InlineData("TestControl", "{}", "Command")]
    [InlineData("TestControl", """{"Command": {}}""", "Command/Type")]
    [InlineData("TestControl", """{"Command": {"Type": "EndTest"}}""", "")]
    public void What_an_action_of_a_test_lacks_is_reported(string type, string parameters, string places)
    {
        var content = $$"""
            {"Version": "2019-10-30", "Observations": [{"Identifier": "a", "Event": {"Type": "TestInitiated"},
            "Actions": [{"Identifier": "it", "Type": "{{type}}", "Parameters": {{parameters}} }] }] }
            """;

        var reading = TestCaseReader.Read("it", Encoding.UTF8.GetBytes(content));

        Assert.Equal(
            places.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(),
            reading.Diagnostics.Select(problem => problem.Pointer.Split("/Parameters/")[1]).Order()
        );
        Assert.Equal(places.Length == 0, reading.TestCase is not null);
    }

    [Fact]
    public void A_request_of_CreateTestCase_is_read()
    {
        var content = JsonSerializer.Serialize(
            """
            {"Version": "2019-10-30", "Metadata": {},
            "Observations": [{"Identifier": "start", "Event": {"Type": "TestInitiated"}}]}
            """
        );
        var test = TestCaseReader
            .Read(
                "file",
                Encoding.UTF8.GetBytes(
                    $$"""
                    {
                      "Name": "Sales", "Content": {{content}}, "InitializationData": "{\"Attributes\": {\"tier\": \"gold\"} }",
                      "EntryPoint": {"Type": "VOICE_CALL",
                        "VoiceCallEntryPointParameters": {"SourcePhoneNumber": "+12025550101"} }
                    }
                    """
                )
            )
            .TestCase!;

        Assert.Equal(("Sales", "gold", "+12025550101"), (test.Name, test.Attributes["tier"], test.From));
    }
}
