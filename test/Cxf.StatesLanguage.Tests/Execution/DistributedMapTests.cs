using Cxf.StatesLanguage.Service;

namespace Cxf.StatesLanguage.Tests.Execution;

public sealed class DistributedMapTests
{
    private const string Odd = """
        "StartAt":"Odd","States":{"Odd":{"Type":"Choice","Choices":[{"Condition":"{% $states.input % 2 = 1 %}",
         "Next":"Fail"}],"Default":"Done"},
        "Fail":{"Type":"Fail","Error":"Odd"},"Done":{"Type":"Succeed"}}
        """;

    [Theory]
    [InlineData("", null)]
    [InlineData("\"ToleratedFailureCount\":1,", null)]
    [InlineData("\"ToleratedFailureCount\":2,", "[2,4]")]
    [InlineData("\"ToleratedFailurePercentage\":49.9,", null)]
    [InlineData("\"ToleratedFailurePercentage\":50,", "[2,4]")]
    [InlineData("\"ToleratedFailurePercentage\":\"{% 10 * 10 %}\",", "[2,4]")]
    [InlineData("\"ToleratedFailureCount\":1,\"ToleratedFailurePercentage\":100,", null)]
    [InlineData("\"ToleratedFailureCount\":4,\"ToleratedFailurePercentage\":10,", null)]
    public void More_failures_than_one_of_the_thresholds_allows_fail_the_map(string tolerance, string? output)
    {
        using var local = new LocalService();

        var view = local.Run(local.Machine("Map", Map($"{tolerance}\"Items\":[1,2,3,4],", Odd)));

        Assert.Equal(output, view.Output);
        Assert.Equal(output is null ? "States.ExceedToleratedFailureThreshold" : null, view.Error);
        Assert.Contains(output is null ? "MapRunFailed" : "MapRunSucceeded", local.Events(view));
    }

    [Theory]
    [InlineData("\"MaxItemsPerBatch\":2", "[[1,2],[3,4],[5]]")]
    [InlineData("\"MaxItemsPerBatch\":\"{% $states.input.size %}\"", "[[1,2,3],[4,5]]")]
    [InlineData("\"MaxInputBytesPerBatch\":4", "[[1,2],[3,4],[5]]")]
    [InlineData("\"MaxItemsPerBatch\":9", "[[1,2,3,4,5]]")]
    public void Batches_are_limited_by_items_or_by_bytes(string batcher, string output)
    {
        using var local = new LocalService();
        var machine = local.Machine(
            "Map",
            Map(
                $$$"""
                "Items":[1,2,3,4,5],"ItemBatcher":{{{{batcher}}},"BatchInput":{"by":"{% $states.input.size %}"}},
                """,
                """
                "StartAt":"Show","States":{"Show":{"Type":"Pass",
                 "Output":"{% $states.input.BatchInput.by = 3 ? $states.input.Items : 0 %}","End":true}}
                """
            )
        );

        Assert.Equal(output, local.Run(machine, """{"size":3}""").Output);
    }

    [Theory]
    [InlineData("", 60)]
    [InlineData("\"MaxConcurrency\":30,", 120)]
    [InlineData("\"MaxConcurrency\":\"{% $states.input.lanes %}\",", 180)]
    public void All_children_run_at_once_unless_MaxConcurrency_limits_them(string concurrency, int seconds)
    {
        using var local = new LocalService();
        var machine = local.Machine(
            "Map",
            Map(
                $"{concurrency}\"Items\":\"{{% $range(1, 60, 1) %}}\",",
                """
                "StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":60,"End":true}}
                """
            )
        );

        Assert.Equal(LocalService.Start.AddSeconds(seconds), local.Run(machine, """{"lanes":20}""").StopDate);
    }

    [Fact]
    public void Stopping_the_execution_aborts_the_map_run()
    {
        using var local = new LocalService();
        var machine = local.Machine(
            "Map",
            Map(
                "\"Items\":[1,2],",
                """
                "StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":60,"End":true}}
                """
            )
        );
        var arn = local.Service.StartExecution(new StartExecutionRequest(machine)).ExecutionArn;

        local.Service.StopExecution(new StopExecutionRequest(arn));

        Assert.Equal(["MapRunStarted", "ExecutionAborted"], local.Events(local.Service.ViewOf(arn)).TakeLast(2));
        var mapRun = Assert.Single(local.Service.ListMapRuns(new ListMapRunsRequest(arn)).MapRuns);
        var described = local.Service.DescribeMapRun(new MapRunRequest(mapRun.MapRunArn));
        Assert.Equal(("ABORTED", 2), (described.Status, described.ExecutionCounts.Aborted));
    }

    [Theory]
    [InlineData("ItemReader")]
    [InlineData("ResultWriter")]
    public void A_field_that_needs_S3_fails_the_state_and_is_named(string field)
    {
        using var local = new LocalService();
        var machine = local.Machine(
            "Map",
            Map(
                $$"""
                "{{field}}":{"Resource":"arn:aws:states:::s3:getObject","Arguments":{"Bucket":"b","Key":"k"} },
                """,
                Odd
            )
        );

        var view = local.Run(machine, "[2]");

        Assert.Equal("States.Runtime", view.Error);
        Assert.Contains($"'{field}' needs S3", view.Cause, StringComparison.Ordinal);
    }

    private static string Map(string fields, string processor) =>
        $$$"""
            {"Map":{"Type":"Map",{{{fields}}}"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED",
             "ExecutionType":"STANDARD"},{{{processor}}} },"End":true}}
            """;
}
