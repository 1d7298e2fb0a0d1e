using Cxf.StatesLanguage.Mocks;
using Cxf.StatesLanguage.Service;

namespace Cxf.StatesLanguage.Tests.Tasks;

public sealed class MockFileTests
{
    private const string File = """
        {"StateMachines":{"machine":{"TestCases":{"SecondTime":{"Call":"FailsOnce"}}}},
         "MockedResponses":{"FailsOnce":{"0":{"Throw":{"Error":"Busy","Cause":"not now"}},"1-2":{"Return":{"Payload":42}}}}}
        """;

    [Fact]
    public void A_named_test_case_answers_by_the_number_of_the_call()
    {
        using var local = new LocalService(new StepFunctionsOptions { Mocks = MockFile.Parse(File) });
        var machine = local.Machine("Call", """
            {"Call":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f"},"Retry":[{"ErrorEquals":["Busy"]}],
             "Output":"{% $states.result.Payload %}","End":true}}
            """);

        Assert.Equal("42", local.Run($"{machine}#SecondTime").Output);
        Assert.Equal("Lambda.ResourceNotFoundException", local.Run(machine).Error);
    }

    [Theory]
    [InlineData("{}", "MockedResponses")]
    [InlineData("""{"MockedResponses":{"A":{"x":{}}},"StateMachines":{}}""", "'x' at /MockedResponses/A")]
    [InlineData("""{"MockedResponses":{},"StateMachines":{"m":{"TestCases":{"t":{"s":"None"}}}}}""", "'None'")]
    [InlineData("nothing", "cannot be read")]
    public void A_broken_file_says_what_is_wrong(string json, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => MockFile.Parse(json)).Message, StringComparison.Ordinal);
}
