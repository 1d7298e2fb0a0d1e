using Cxf.StatesLanguage.Service;

namespace Cxf.StatesLanguage.Tests.Execution;

public sealed class DataLimitTests
{
    // 262,144 bytes including quotes.
    private const string Largest = "{% $pad('', 262142, 'x') %}";
    private const string TooLarge = "{% $pad('', 262143, 'x') %}";

    [Theory]
    [InlineData(Largest, null)]
    [InlineData(TooLarge, "States.DataLimitExceeded")]
    public void An_output_may_be_as_large_as_the_quota(string output, string? error)
    {
        using var local = new LocalService();

        var view = local.Run(local.Machine("A", $$$"""{"A":{"Type":"Pass","Output":"{{{output}}}","End":true}}"""));

        Assert.Equal(error, view.Error);
    }

    [Fact]
    public void Arguments_over_the_quota_fail_the_task_before_it_is_scheduled()
    {
        using var local = new LocalService(new StepFunctionsOptions { Lambda = LambdaFunction.Answering(static _ => "1") });

        var view = local.Run(
            local.Machine(
                "Call",
                $$"""
                {"Call":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f",
                 "Payload":"{{TooLarge}}"},"End":true} }
                """
            )
        );

        Assert.Equal("States.DataLimitExceeded", view.Error);
        Assert.DoesNotContain("TaskScheduled", local.Events(view));
    }

    [Theory]
    [InlineData("States.ALL", "\"caught\"")]
    [InlineData("States.TaskFailed", "\"caught\"")]
    [InlineData("States.DataLimitExceeded", "\"caught\"")]
    public void A_task_result_over_the_quota_can_be_caught(string name, string output)
    {
        using var local = new LocalService(
            new StepFunctionsOptions { Lambda = LambdaFunction.Answering(static _ => $"\"{new string('x', 262_144)}\"") }
        );

        var view = local.Run(
            local.Machine(
                "Call",
                $$"""
                {"Call":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f"},"End":true,
                 "Catch":[{"ErrorEquals":["{{name}}"],"Output":"caught","Next":"Done"}]},"Done":{"Type":"Succeed"} }
                """
            )
        );

        Assert.Equal(output, view.Output);
    }

    [Fact]
    public void Input_up_to_the_quota_is_accepted_and_larger_input_is_rejected()
    {
        using var local = new LocalService();
        var machine = local.Machine("A", """{"A":{"Type":"Succeed"}}""");

        local.Service.StartExecution(new StartExecutionRequest(machine, null, $"\"{new string('x', 262_142)}\""));

        Assert.Equal(
            "ValidationException",
            Assert
                .Throws<StepFunctionsException>(() =>
                    local.Service.StartExecution(new StartExecutionRequest(machine, null, $"\"{new string('x', 262_143)}\""))
                )
                .Code
        );
    }
}
