using Cxf.StatesLanguage.Service;

namespace Cxf.StatesLanguage.Tests.Service;

public sealed class ActivityTests
{
    [Fact]
    public async Task A_worker_takes_the_oldest_task_and_returns_its_result()
    {
        using var local = new LocalService();
        var (activity, machine) = Activity(local, "");
        var first = local.Service.StartExecution(new StartExecutionRequest(machine, "first", "1")).ExecutionArn;
        local.Service.StartExecution(new StartExecutionRequest(machine, "second", "2"));

        var task = await local.Service.GetActivityTask(new GetActivityTaskRequest(activity, "worker"), Token);
        local.Service.SendTaskSuccess(new SendTaskSuccessRequest(task.TaskToken, "\"done\""));

        Assert.Equal("1", task.Input);
        Assert.Equal("\"done\"", local.Service.ViewOf(first).Output);
        Assert.Equal(
            ["ActivityScheduled", "ActivityStarted", "ActivitySucceeded"],
            local.Events(local.Service.ViewOf(first)).Skip(2).Take(3)
        );
    }

    [Fact]
    public async Task A_worker_that_waits_gets_the_next_task()
    {
        using var local = new LocalService();
        var (activity, machine) = Activity(local, "");
        var polling = local.Service.GetActivityTask(new GetActivityTaskRequest(activity), Token);
        Assert.False(polling.IsCompleted);

        local.Service.StartExecution(new StartExecutionRequest(machine));

        Assert.NotNull((await polling).TaskToken);
    }

    [Fact]
    public async Task A_worker_gets_no_task_after_a_minute_without_one()
    {
        using var local = new LocalService();
        var (activity, _) = Activity(local, "");
        var polling = local.Service.GetActivityTask(new GetActivityTaskRequest(activity), Token);

        local.Time.Advance(TimeSpan.FromSeconds(60));

        Assert.Null((await polling).TaskToken);
    }

    [Fact]
    public async Task Heartbeats_are_owed_only_after_a_worker_has_taken_the_task()
    {
        using var local = new LocalService();
        var (activity, machine) = Activity(local, "\"HeartbeatSeconds\":5,");
        var arn = local.Service.StartExecution(new StartExecutionRequest(machine)).ExecutionArn;
        local.Time.Advance(TimeSpan.FromHours(1));
        Assert.Null(local.Service.ViewOf(arn).StopDate);

        await local.Service.GetActivityTask(new GetActivityTaskRequest(activity), Token);
        local.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("States.Timeout", local.Service.ViewOf(arn).Error);
        Assert.Equal("ActivityTimedOut", local.Events(local.Service.ViewOf(arn))[^2]);
    }

    [Fact]
    public async Task A_task_that_has_timed_out_is_not_given_to_a_worker()
    {
        using var local = new LocalService();
        var (activity, machine) = Activity(local, "\"TimeoutSeconds\":5,");
        local.Service.StartExecution(new StartExecutionRequest(machine, "late", "1"));
        local.Time.Advance(TimeSpan.FromSeconds(5));
        local.Service.StartExecution(new StartExecutionRequest(machine, "next", "2"));

        var task = await local.Service.GetActivityTask(new GetActivityTaskRequest(activity), Token);

        Assert.Equal("2", task.Input);
    }

    [Fact]
    public void Activities_have_tags()
    {
        using var local = new LocalService();
        var arn = local.Service.CreateActivity(new CreateActivityRequest("a", [new Tag("k", "1")])).ActivityArn;
        local.Service.TagResource(new TagRequest(arn, [new Tag("l", "2")]));
        local.Service.UntagResource(new UntagRequest(arn, ["k"]));

        Assert.Equal([new Tag("l", "2")], local.Service.ListTagsForResource(new ResourceRequest(arn)).Tags);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static (string Activity, string Machine) Activity(LocalService local, string limits)
    {
        var activity = local.Service.CreateActivity(new CreateActivityRequest("activity")).ActivityArn;
        return (
            activity,
            local.Machine("Do", $$$$"""{"Do":{"Type":"Task","Resource":"{{{{activity}}}}",{{{{limits}}}}"End":true}}""")
        );
    }
}
