using Cxf.StatesLanguage.Service;
using Cxf.StatesLanguage.Tasks;

namespace Cxf.StatesLanguage.Tests.Execution;

public sealed class HeartbeatTests
{
    private static readonly string[] CaughtNames = ["States.HeartbeatTimeout", "States.Timeout", "States.ALL"];

    [Theory]
    [InlineData("\"HeartbeatSeconds\":5", 5)]
    [InlineData("\"HeartbeatSeconds\":\"{% $states.input.seconds %}\"", 7)]
    [InlineData("\"HeartbeatSeconds\":5,\"TimeoutSeconds\":60", 5)]
    [InlineData("\"HeartbeatSeconds\":\"{% 60 %}\",\"TimeoutSeconds\":5", 5)]
    public void A_function_that_sends_no_heartbeat_times_out_when_the_first_limit_is_reached(string limits, int seconds)
    {
        using var local = Silent();
        var machine = local.Machine(
            "Call",
            $$$"""
            {"Call":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f"},
             {{{limits}}},"End":true}}
            """
        );

        var view = local.Run(machine, """{"seconds":7}""");

        Assert.Equal(("States.Timeout", null), (view.Error, view.Cause));
        Assert.Equal(LocalService.Start.AddSeconds(seconds), view.StopDate);
        Assert.Equal(["TaskScheduled", "TaskStarted", "TaskTimedOut", "ExecutionFailed"], local.Events(view).Skip(2));
    }

    [Fact]
    public void A_heartbeat_in_the_input_of_a_JSONPath_state_expires_too()
    {
        using var local = Silent();
        var machine = local
            .Service.CreateStateMachine(
                new CreateStateMachineRequest(
                    "path",
                    """
                    {"StartAt":"Call","States":{"Call":{"Type":"Task",
                     "Resource":"arn:aws:lambda:us-east-1:111111111111:function:f",
                     "HeartbeatSecondsPath":"$.seconds","End":true}}}
                    """,
                    "arn:aws:iam::111111111111:role/r"
                )
            )
            .StateMachineArn;

        var view = local.Run(machine, """{"seconds":9}""");

        Assert.Equal(LocalService.Start.AddSeconds(9), view.StopDate);
        Assert.Equal("LambdaFunctionTimedOut", local.Events(view)[^2]);
    }

    [Fact]
    public void A_missed_heartbeat_can_be_caught_as_a_heartbeat_timeout_and_as_a_timeout()
    {
        foreach (var name in CaughtNames)
        {
            Assert.Equal("\"caught\"", Caught("HeartbeatSeconds", name));
        }

        Assert.Null(Caught("HeartbeatSeconds", "States.TaskFailed"));
    }

    [Fact]
    public void A_timeout_is_not_a_missed_heartbeat() => Assert.Null(Caught("TimeoutSeconds", "States.HeartbeatTimeout"));

    [Fact]
    public void A_job_that_outlasts_its_heartbeat_times_out()
    {
        using var local = new LocalService();
        var child = local.Machine("Wait", """{"Wait":{"Type":"Wait","Seconds":60,"End":true}}""", name: "child");
        var machine = local.Machine(
            "Call",
            $$$"""
            {"Call":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync:2",
             "Arguments":{"StateMachineArn":"{{{child}}}"},
             "HeartbeatSeconds":10,"End":true}}
            """
        );

        Assert.Equal(LocalService.Start.AddSeconds(10), local.Run(machine).StopDate);
    }

    private static string? Caught(string limit, string name)
    {
        using var local = Silent();
        var machine = local.Machine(
            "Call",
            $$$"""
            {"Call":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f"},
             "{{{limit}}}":5,"End":true,
             "Catch":[{"ErrorEquals":["{{{name}}}"],"Output":"caught","Next":"Done"}]},"Done":{"Type":"Succeed"}}
            """
        );
        return local.Run(machine).Output;
    }

    private static LocalService Silent() =>
        new(
            new StepFunctionsOptions
            {
                Lambda = new LambdaFunction((_, _) => new ValueTask<LambdaResult>(new TaskCompletionSource<LambdaResult>().Task)),
            }
        );
}
