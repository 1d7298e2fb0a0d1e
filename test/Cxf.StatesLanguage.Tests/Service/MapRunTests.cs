using Cxf.StatesLanguage.Service;

namespace Cxf.StatesLanguage.Tests.Service;

public sealed class MapRunTests
{
    private const string Map = """
        {"M":{"Type":"Map","Label":"all","Items":[1,2,3,4],"MaxConcurrency":1,"ToleratedFailureCount":1,"End":true,
          "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"W",
            "States":{"W":{"Type":"Wait","Seconds":10,"End":true}}}}}
        """;

    [Fact]
    public void A_map_run_counts_its_children_by_status()
    {
        using var local = new LocalService();
        var (execution, mapRun) = Start(local);
        local.Time.Advance(TimeSpan.FromSeconds(10));

        var described = local.Service.DescribeMapRun(new MapRunRequest(mapRun));

        Assert.Equal(("RUNNING", 1, 1), (described.Status, described.MaxConcurrency, described.ToleratedFailureCount));
        Assert.Equal(new MapRunCounts(2, 1, 1, 0, 0, 0, 4, 1), described.ExecutionCounts);
        Assert.Equal(execution, described.ExecutionArn);
    }

    [Fact]
    public void A_raised_concurrency_starts_more_children_at_once()
    {
        using var local = new LocalService();
        var (execution, mapRun) = Start(local);

        local.Service.UpdateMapRun(new UpdateMapRunRequest(mapRun, MaxConcurrency: 4));
        local.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("[1,2,3,4]", local.Service.ViewOf(execution).Output);
    }

    [Fact]
    public void The_children_are_listed_by_their_map_run()
    {
        using var local = new LocalService();
        var (_, mapRun) = Start(local);
        local.RunClock();

        var children = local.Service.ListExecutions(new ListRequest(MapRunArn: mapRun)).Executions;

        Assert.Equal(4, children.Count);
        Assert.All(
            children,
            child =>
            {
                Assert.Equal((mapRun, 1, "SUCCEEDED"), (child.MapRunArn, child.ItemCount, child.Status));
                Assert.EndsWith(":stateMachine:machine/all", child.StateMachineArn, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void A_map_run_that_does_not_exist_is_not_found()
    {
        using var local = new LocalService();

        var error = Assert.Throws<StepFunctionsException>(() =>
            local.Service.DescribeMapRun(new MapRunRequest("arn:aws:states:us-east-1:111111111111:mapRun:m/l:none"))
        );

        Assert.Equal("ResourceNotFound", error.Code);
    }

    private static (string Execution, string MapRun) Start(LocalService local)
    {
        var execution = local.Service.StartExecution(new StartExecutionRequest(local.Machine("M", Map))).ExecutionArn;
        return (execution, Assert.Single(local.Service.ListMapRuns(new ListMapRunsRequest(execution)).MapRuns).MapRunArn);
    }
}
