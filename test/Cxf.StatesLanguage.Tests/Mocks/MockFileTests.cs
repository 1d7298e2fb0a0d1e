using Cxf.StatesLanguage.Mocks;
using Cxf.StatesLanguage.Service;

namespace Cxf.StatesLanguage.Tests.Mocks;

public sealed class MockFileTests
{
    private const string File = """
        {"StateMachines":{"machine":{"TestCases":{"SecondTime":{"Call":"FailsOnce"}}}},
         "MockedResponses":{"FailsOnce":{"0":{"Throw":{"Error":"Busy","Cause":"not now"}},"1-2":{"Return":{"Payload":42}}}}}
        """;

    [Fact]
    public void A_mocked_answer_depends_on_the_number_of_the_call()
    {
        using var local = new LocalService(new StepFunctionsOptions { Mocks = MockFile.Parse(File) });
        var machine = local.Machine(
            "Call",
            """
            {"Call":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f"},
             "Retry":[{"ErrorEquals":["Busy"]}],
             "Output":"{% $states.result.Payload %}","End":true}}
            """
        );

        Assert.Equal("42", local.Run($"{machine}#SecondTime").Output);
        Assert.Equal("Lambda.ResourceNotFoundException", local.Run(machine).Error);
    }

    [Fact]
    public void An_answer_is_delayed_by_AfterSeconds_but_not_beyond_the_timeout_of_its_state()
    {
        using var local = new LocalService(
            new StepFunctionsOptions
            {
                Mocks = MockFile.Parse(
                    """
                    {"StateMachines":{"machine":{"TestCases":{"Slow":{"Call":"Slow"},"Late":{"Call":"Late"}}}},
                     "MockedResponses":{"Slow":{"0":{"Return":1,"AfterSeconds":1.5}},"Late":{"0":{"Return":1,"AfterSeconds":9}}}}
                    """
                ),
            }
        );
        var machine = local.Machine(
            "Call",
            """
            {"Call":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f"},
             "TimeoutSeconds":3,"End":true}}
            """
        );

        var slow = local.Run($"{machine}#Slow");
        Assert.Equal(("1", TimeSpan.FromSeconds(1.5)), (slow.Output, slow.StopDate - slow.StartDate));
        var late = local.Run($"{machine}#Late");
        Assert.Equal(("States.Timeout", TimeSpan.FromSeconds(3)), (late.Error, late.StopDate - late.StartDate));
    }

    [Fact]
    public void Each_iteration_has_its_own_answers_in_any_order_of_time()
    {
        using var local = new LocalService(
            new StepFunctionsOptions
            {
                Mocks = MockFile.Parse(
                    """
                    {"StateMachines":{"machine":{"TestCases":{"Each":{"Call[0]":"A","Call[1]":"B","Call":"None"}}}},
                     "MockedResponses":{"A":{"0":{"Throw":{"Error":"Busy"},"AfterSeconds":5},"1":{"Return":"a"}},
                      "B":{"0":{"Return":"b"}},"None":{}}}
                    """
                ),
            }
        );
        var machine = local.Machine(
            "Each",
            """
            {"Each":{"Type":"Map","Items":"{% $states.input %}","ItemProcessor":{"StartAt":"Call","States":{
              "Call":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f"},
               "Retry":[{"ErrorEquals":["Busy"]}],"End":true}
            }},"End":true}}
            """
        );

        var both = local.Run($"{machine}#Each", "[1,2]");
        Assert.Equal("""["a","b"]""", both.Output);
        Assert.Equal(
            [("Call[0]", 2), ("Call[1]", 1)],
            local.Service.MockedCallsOf(both.ExecutionArn).Select(pair => (pair.Key, pair.Value))
        );
        Assert.Equal("States.Runtime", local.Run($"{machine}#Each", "[1,2,3]").Error);
    }

    [Theory]
    [InlineData("{}", "MockedResponses")]
    [InlineData("""{"MockedResponses":{"A":{"x":{}}},"StateMachines":{}}""", "'x' at /MockedResponses/A")]
    [InlineData("""{"MockedResponses":{},"StateMachines":{"m":{"TestCases":{"t":{"s":"None"}}}}}""", "'None'")]
    [InlineData("nothing", "not valid JSON at line 1, column 2.")]
    [InlineData("{\n  \"äöü\": x }", "not valid JSON at line 2, column 10.")]
    [InlineData("""{"MockedResponses":[],"StateMachines":{}}""", "The value at /MockedResponses must be an object.")]
    [InlineData(
        """{"MockedResponses":{"A":{"0":{"Throw":1}}},"StateMachines":{}}""",
        "/MockedResponses/A/0/Throw must be an object"
    )]
    [InlineData(
        """{"MockedResponses":{"A":{"0":{"Return":1,"AfterSeconds":"1"}}},"StateMachines":{}}""",
        "/MockedResponses/A/0/AfterSeconds must be a number"
    )]
    public void An_invalid_file_is_rejected_with_the_problem_and_its_location(string json, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => MockFile.Parse(json)).Message, StringComparison.Ordinal);
}
