using Cxf.StatesLanguage.Service;

namespace Cxf.StatesLanguage.Tests.Execution;

public sealed class EventLimitTests
{
    private const string Loop = """
        "StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},
          "B":{"Type":"Choice","Choices":[{"Condition":true,"Next":"A"}],"Default":"End"},"End":{"Type":"Succeed"}}
        """;

    [Fact]
    public void A_full_history_has_exactly_the_number_of_events_that_AWS_allows()
    {
        using var local = new LocalService(new StepFunctionsOptions { Lambda = LambdaFunction.Answering(static _ => "1") });
        var machine = local.Machine(
            "Call",
            """
            {"Call":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"FunctionName":"f"},"Next":"Again"},
             "Again":{"Type":"Choice","Choices":[{"Condition":true,"Next":"Call"}],"Default":"End"},"End":{"Type":"Succeed"}}
            """
        );

        var view = local.Run(machine);

        Assert.Equal(
            ("States.Runtime", "The execution reached the maximum number of history events (25000)."),
            (view.Error, view.Cause)
        );
        Assert.Equal(ServiceLimits.HistoryEvents, local.Events(view).Count);
    }

    [Fact]
    public void A_branch_that_fills_the_history_does_not_wait_for_the_others()
    {
        using var local = new LocalService();
        var machine = local.Machine(
            "Both",
            $$$$"""
            {"Both":{"Type":"Parallel","End":true,"Branches":[{ {{{{Loop}}}} },
              {"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":86400,"End":true}}}]}}
            """
        );

        var view = local.Run(machine);

        Assert.Equal("States.Runtime", view.Error);
        Assert.Equal(LocalService.Start, view.StopDate);
    }

    [Fact]
    public void A_child_of_a_distributed_map_that_fills_its_own_history_fails_alone()
    {
        using var local = new LocalService();
        var machine = local.Machine(
            "Map",
            $$$$"""
            {"Map":{"Type":"Map","End":true,"Items":[1,2],"ToleratedFailureCount":2,
             "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},{{{{Loop}}}} }}}
            """
        );

        Assert.Equal("[]", local.Run(machine).Output);
    }
}
