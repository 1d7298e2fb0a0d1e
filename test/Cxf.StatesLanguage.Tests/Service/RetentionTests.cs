using Cxf.StatesLanguage.Model;
using Cxf.StatesLanguage.Service;
using Cxf.Testing;

namespace Cxf.StatesLanguage.Tests.Service;

public sealed class RetentionTests
{
    private const string Pass = """{"A":{"Type":"Pass","End":true}}""";

    [Fact]
    public void Express_executions_go_before_standard_ones()
    {
        using var local = Keeping(new ExecutionRetention(MaxCount: 2));
        var standard = local.Machine("A", Pass);
        var express = local.Machine("A", Pass, StateMachineType.Express, "express");
        var kept = new[] { local.Run(standard).ExecutionArn };
        local.Run(express);
        local.Run(express);
        kept = [.. kept, local.Run(standard).ExecutionArn];

        Assert.Equal(kept, local.Service.ViewAll().Select(static view => view.ExecutionArn));
    }

    [Fact]
    public void The_oldest_executions_go_first_and_running_ones_stay()
    {
        using var local = Keeping(new ExecutionRetention(MaxCount: 1));
        var waiting = local.Machine("W", """{"W":{"Type":"Wait","Seconds":1000,"End":true}}""", name: "waiting");
        var running = local.Service.StartExecution(new StartExecutionRequest(waiting)).ExecutionArn;
        var machine = local.Machine("A", Pass);
        var old = local.Service.StartExecution(new StartExecutionRequest(machine, "old")).ExecutionArn;
        local.Service.StartExecution(new StartExecutionRequest(machine, "new"));

        Assert.Equal("ExecutionDoesNotExist", Assert.Throws<StepFunctionsException>(() => local.Service.ViewOf(old)).Code);
        Assert.Null(local.Service.ViewOf(running).StopDate);
        Assert.Equal(
            ["new"],
            local.Service.ListExecutions(new ListRequest(machine)).Executions.Select(static entry => entry.Name)
        );
    }

    [Fact]
    public void Executions_go_after_their_time()
    {
        using var local = Keeping(new ExecutionRetention(MaxAge: TimeSpan.FromDays(1)));
        var machine = local.Machine("A", Pass);
        local.Run(machine);
        local.Time.Advance(TimeSpan.FromDays(1));
        var last = local.Run(machine).ExecutionArn;

        Assert.Equal([last], local.Service.ViewAll().Select(static view => view.ExecutionArn));
    }

    [Fact]
    public void Paging_through_executions_while_stopping_them_skips_none()
    {
        using var local = new LocalService();
        var machine = local.Machine("W", """{"W":{"Type":"Wait","Seconds":600,"End":true}}""");
        for (var count = 0; count < 250; count++)
        {
            local.Service.StartExecution(new StartExecutionRequest(machine));
        }

        string? token = null;
        do
        {
            var page = local.Service.ListExecutions(new ListRequest(machine, 50, token, "RUNNING"));
            foreach (var entry in page.Executions)
            {
                local.Service.StopExecution(new StopExecutionRequest(entry.ExecutionArn));
            }

            token = page.NextToken;
        } while (token is not null);

        Assert.Empty(local.Service.ListExecutions(new ListRequest(machine, StatusFilter: "RUNNING")).Executions);
    }

    [Fact]
    public void An_execution_allocates_as_much_however_many_are_kept()
    {
        using var few = Full(kept: 100);
        using var many = Full(kept: LongRun.Count(10_000, 100_000));

        Assert.InRange(BytesPerExecution(many), 0, 1.1 * BytesPerExecution(few));
    }

    private static double BytesPerExecution(LocalService local)
    {
        const int Executions = 1_000;
        var machine = local.Service.ListStateMachines(new ListRequest()).StateMachines.Single().StateMachineArn;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var count = 0; count < Executions; count++)
        {
            local.Service.StartExecution(new StartExecutionRequest(machine));
        }

        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / Executions;
    }

    private static LocalService Full(int kept)
    {
        var local = Keeping(new ExecutionRetention(kept));
        var machine = local.Machine("A", Pass);
        for (var count = 0; count < kept; count++)
        {
            local.Service.StartExecution(new StartExecutionRequest(machine));
        }

        return local;
    }

    private static LocalService Keeping(ExecutionRetention retention) => new(new StepFunctionsOptions { Retention = retention });
}
