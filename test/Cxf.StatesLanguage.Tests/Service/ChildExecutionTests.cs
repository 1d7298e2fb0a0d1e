using Cxf.StatesLanguage.Model;
using Cxf.StatesLanguage.Service;

namespace Cxf.StatesLanguage.Tests.Service;

public sealed class ChildExecutionTests
{
    [Fact]
    public void A_parent_waits_for_its_child_and_gets_its_parsed_output()
    {
        using var local = new LocalService();
        var child = local.Machine(
            "Wait",
            """{"Wait":{"Type":"Wait","Seconds":60,"Output":{"doubled":"{% $states.input.n * 2 %}"},"End":true}}""",
            name: "child"
        );
        var parent = local.Machine(
            "Call",
            $$$"""
            {"Call":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync:2",
             "Arguments":{"StateMachineArn":"{{{child}}}","Input":{"n":4}},
             "Output":"{% $states.result.Output.doubled %}","End":true}}
            """
        );

        var view = local.Run(parent);

        Assert.Equal("8", view.Output);
        Assert.Equal(LocalService.Start.AddSeconds(60), view.StopDate);
        Assert.Equal(
            ["TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded"],
            local
                .Events(view)
                .Where(static type =>
                    type.StartsWith("Task", StringComparison.Ordinal) && !type.Contains("State", StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public void A_call_succeeds_even_if_its_synchronous_child_fails()
    {
        using var local = new LocalService();
        var child = local.Machine(
            "Fail",
            """{"Fail":{"Type":"Fail","Error":"Own","Cause":"because"}}""",
            StateMachineType.Express,
            "child"
        );
        var parent = local.Machine(
            "Call",
            $$$"""
            {"Call":{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:sfn:startSyncExecution",
             "Arguments":{"StateMachineArn":"{{{child}}}","Input":"{}"},
             "Output":"{% $states.result.Status & ' ' & $states.result.Error & ' ' & $states.result.Cause %}","End":true}}
            """
        );

        Assert.Equal("\"FAILED Own because\"", local.Run(parent).Output);
    }

    [Fact]
    public void A_parent_that_is_stopped_stops_the_child_it_waits_for()
    {
        using var local = new LocalService();
        var child = local.Machine("Wait", """{"Wait":{"Type":"Wait","Seconds":60,"End":true}}""", name: "child");
        var parent = local.Machine(
            "Call",
            $$$"""
            {"Call":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync:2",
             "Arguments":{"StateMachineArn":"{{{child}}}","Name":"c"},"End":true}}
            """
        );
        var arn = local.Service.StartExecution(new StartExecutionRequest(parent)).ExecutionArn;

        local.Service.StopExecution(new StopExecutionRequest(arn));

        Assert.All(
            local.Service.ViewAll(),
            static view => Assert.Equal(StatesLanguage.Execution.ExecutionStatus.Aborted, view.Status)
        );
    }

    [Fact]
    public void A_missing_child_fails_the_task()
    {
        using var local = new LocalService();
        var parent = local.Machine(
            "Call",
            """
            {"Call":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution",
             "Arguments":{"StateMachineArn":"arn:aws:states:us-east-1:111111111111:stateMachine:none"},"End":true}}
            """
        );

        Assert.Equal("StepFunctions.StateMachineDoesNotExistException", local.Run(parent).Error);
    }
}
