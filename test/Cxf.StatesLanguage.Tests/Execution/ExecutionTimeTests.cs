using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.History;
using Cxf.StatesLanguage.Model;
using Cxf.StatesLanguage.Service;
using Cxf.StatesLanguage.Tasks;

namespace Cxf.StatesLanguage.Tests.Execution;

public sealed class ExecutionTimeTests
{
    [Fact]
    public void A_wait_of_thirty_days_ends_at_once_with_the_timestamps_of_real_time()
    {
        using var local = new LocalService();
        var machine = local.Machine(
            "Wait",
            """{"Wait":{"Type":"Wait","Seconds":2592000,"Next":"Again"},"Again":{"Type":"Wait","Seconds":86400,"End":true}}"""
        );
        var arn = local.Service.StartExecution(new StartExecutionRequest(machine)).ExecutionArn;

        local.Time.Advance(TimeSpan.FromDays(40));

        var events = local.Service.HistoryOf(arn);
        Assert.Equal(
            LocalService.Start.AddDays(30),
            events.First(static entry => entry.Type == HistoryEventType.WaitStateExited).Timestamp
        );
        Assert.Equal(LocalService.Start.AddDays(31), events[^1].Timestamp);
        Assert.Equal(LocalService.Start.AddDays(31), local.Service.ViewOf(arn).StopDate);
    }

    [Fact]
    public void Retries_wait_for_their_backoff()
    {
        var calls = new List<DateTimeOffset>();
        using var local = new LocalService(
            new StepFunctionsOptions
            {
                Lambda = new LambdaFunction((_, _) => ValueTask.FromResult(LambdaFunction.Failure("Busy"))),
            }
        );
        var machine = local.Machine(
            "Call",
            """
            {"Call":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f"},"End":true,
             "Retry":[{"ErrorEquals":["Busy"],"IntervalSeconds":3600,"BackoffRate":2,"MaxAttempts":3,"MaxDelaySeconds":10000}]}}
            """
        );

        var view = local.Run(machine);

        calls.AddRange(
            local
                .Service.HistoryOf(view.ExecutionArn)
                .Where(static entry => entry.Type == HistoryEventType.TaskScheduled)
                .Select(static entry => entry.Timestamp)
        );
        Assert.Equal([0, 3600, 10800, 20800], calls.Select(static time => (time - LocalService.Start).TotalSeconds));
        Assert.Equal("Busy", view.Error);
    }

    [Fact]
    public void Branches_run_interleaved_state_by_state()
    {
        using var local = new LocalService();
        var machine = local.Machine(
            "Both",
            """
            {"Both":{"Type":"Parallel","End":true,"Branches":[
              {"StartAt":"A1","States":{"A1":{"Type":"Pass","Next":"A2"},"A2":{"Type":"Pass","End":true}}},
              {"StartAt":"B1","States":{"B1":{"Type":"Pass","Next":"B2"},"B2":{"Type":"Pass","End":true}}}]}}
            """
        );

        var view = local.Run(machine);

        var entered = local
            .Service.HistoryOf(view.ExecutionArn)
            .Select(static entry => entry.Details)
            .OfType<StateEnteredDetails>()
            .Select(static details => details.Name);
        Assert.Equal(["Both", "A1", "B1", "A2", "B2"], entered);
    }

    [Fact]
    public void A_slow_task_times_out_and_its_late_answer_changes_nothing()
    {
        var late = new TaskCompletionSource<LambdaResult>();
        using var local = new LocalService(
            new StepFunctionsOptions { Lambda = new LambdaFunction((_, _) => new ValueTask<LambdaResult>(late.Task)) }
        );
        var machine = local.Machine(
            "Call",
            """
            {"Call":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f"},
             "TimeoutSeconds":"{% 2 + 3 %}","End":true,
             "Catch":[{"ErrorEquals":["States.Timeout"],"Output":"late","Next":"Done"}]},"Done":{"Type":"Succeed"}}
            """
        );

        var view = local.Run(machine);
        late.SetResult(new LambdaResult("1"u8.ToArray(), false, "1"));

        Assert.Equal("\"late\"", view.Output);
        Assert.Equal(LocalService.Start.AddSeconds(5), view.StopDate);
        Assert.Contains("TaskTimedOut", local.Events(view));
    }

    [Fact]
    public void A_function_call_that_its_client_cancels_fails_the_task()
    {
        using var local = new LocalService(
            new StepFunctionsOptions
            {
                Lambda = new LambdaFunction((_, _) => throw new TaskCanceledException("The client's own timeout.")),
            }
        );
        var machine = local.Machine(
            "Call",
            """{"Call":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f"},"End":true}}"""
        );

        var view = local.Run(machine);

        Assert.Equal(("States.TaskFailed", "The client's own timeout."), (view.Error, view.Cause));
    }

    [Fact]
    public void A_machine_that_runs_too_long_times_out()
    {
        using var local = new LocalService();
        var machine = local.Machine(
            "Wait",
            """{"Wait":{"Type":"Wait","Seconds":60,"End":true}}""",
            more: "\"TimeoutSeconds\":10,"
        );

        var view = local.Run(machine);

        Assert.Equal(ExecutionStatus.TimedOut, view.Status);
        Assert.Equal(LocalService.Start.AddSeconds(10), view.StopDate);
        Assert.Equal("ExecutionTimedOut", local.Events(view)[^1]);
    }

    [Fact]
    public void An_express_execution_ends_after_five_minutes()
    {
        using var local = new LocalService();
        var machine = local.Machine("Wait", """{"Wait":{"Type":"Wait","Seconds":3600,"End":true}}""", StateMachineType.Express);

        Assert.Equal(LocalService.Start.AddMinutes(5), local.Run(machine).StopDate);
    }

    [Fact]
    public void A_loop_without_a_wait_ends_at_the_limit_of_events()
    {
        using var local = new LocalService();
        var machine = local.Machine(
            "A",
            """
            {"A":{"Type":"Pass","Next":"B"},
             "B":{"Type":"Choice","Choices":[{"Condition":true,"Next":"A"}],"Default":"End"},"End":{"Type":"Succeed"}}
            """
        );

        var view = local.Run(machine);

        Assert.Equal("States.Runtime", view.Error);
        Assert.Equal(ServiceLimits.HistoryEvents, local.Events(view).Count);
    }

    [Fact]
    public void Ten_thousand_waiting_executions_need_no_threads_of_their_own()
    {
        var threads = new HashSet<int>();
        using var local = new LocalService(
            new StepFunctionsOptions
            {
                Lambda = LambdaFunction.Answering(_ =>
                {
                    threads.Add(Environment.CurrentManagedThreadId);
                    return "1";
                }),
            }
        );
        var machine = local.Machine(
            "Wait",
            """
            {"Wait":{"Type":"Wait","Seconds":1,"Next":"Call"},
             "Call":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f"},"End":true}}
            """
        );
        var start = new StartExecutionRequest(machine);
        var arns = Enumerable.Range(0, 10_000).Select(_ => local.Service.StartExecution(start).ExecutionArn).ToList();
        Assert.Empty(threads);

        local.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.All(arns, arn => Assert.Equal(ExecutionStatus.Succeeded, local.Service.ViewOf(arn).Status));
        Assert.Equal(Environment.CurrentManagedThreadId, Assert.Single(threads));
    }

    [Fact]
    public void The_context_object_has_the_start_time_and_the_state()
    {
        using var local = new LocalService();
        var machine = local.Machine(
            "Pass",
            """
            {"Pass":{"Type":"Pass","End":true,
             "Output":"{% $states.context.Execution.StartTime & ' ' & $states.context.State.Name %}"}}
            """
        );

        Assert.Equal("\"2026-01-01T00:00:00.000Z Pass\"", local.Run(machine, """{"a":1}""").Output);
    }
}
