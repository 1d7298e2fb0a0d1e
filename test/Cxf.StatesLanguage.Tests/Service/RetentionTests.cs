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

    /// <summary>Every execution has another input, so that its output shows which one was read.</summary>
    [Fact]
    public void What_is_kept_is_read_as_it_ended_while_others_come_and_go()
    {
        const int Kept = 60;
        var random = new Random(7);
        using var local = Keeping(new ExecutionRetention(Kept));
        var machines = new[] { StateMachineType.Standard, StateMachineType.Express }.ToDictionary(
            static type => type,
            type =>
                new[]
                {
                    local.Machine("A", Pass, type, $"{type}-pass"),
                    local.Machine("A", """{"A":{"Type":"Fail","Error":"{% $states.input %}"}}""", type, $"{type}-fail"),
                }
        );
        var kept = new Dictionary<StateMachineType, Queue<(string Arn, string Input)>>
        {
            [StateMachineType.Express] = new(),
            [StateMachineType.Standard] = new(),
        };
        for (var number = 0; number < LongRun.Count(1_000, 20_000); number++)
        {
            var type = random.Next(3) == 0 ? StateMachineType.Express : StateMachineType.Standard;
            var size = random.Next(20) == 0 ? 200_000 : random.Next(6_000);
            var input = $"\"{number} {new string('ü', random.Next(2) * 10)}{new string('x', size)}\"";
            var fails = random.Next(4) == 0;
            var request = new StartExecutionRequest(
                machines[type][fails ? 1 : 0],
                random.Next(2) == 0 ? $"é{number}" : null,
                input
            );
            kept[type].Enqueue((local.Service.StartExecution(request).ExecutionArn, input));
            if (kept.Values.Sum(static queue => queue.Count) > Kept)
            {
                var excess = kept[StateMachineType.Express].Count > 0 ? StateMachineType.Express : StateMachineType.Standard;
                kept[excess].Dequeue();
            }

            if (number % 50 == 0)
            {
                var views = local.Service.ViewAll();
                Assert.Equal(kept.Values.Sum(static queue => queue.Count), views.Count);
                foreach (var (arn, value) in kept.Values.SelectMany(static queue => queue))
                {
                    var view = local.Service.ViewOf(arn);
                    Assert.Equal(value, view.Output ?? $"\"{view.Error}\"");
                }
            }
        }
    }

    [Fact]
    public void A_machine_does_not_list_the_executions_of_an_earlier_one_with_its_name_and_can_use_their_names()
    {
        using var local = Keeping(new ExecutionRetention(MaxCount: 3));
        var machine = local.Machine("A", Pass);
        var arn = local.Service.StartExecution(new StartExecutionRequest(machine, "x", "1")).ExecutionArn;
        local.Service.StartExecution(new StartExecutionRequest(machine, "y", "2"));
        local.Service.DeleteStateMachine(new StateMachineRequest(machine));
        local.Machine("A", Pass);

        Assert.Empty(local.Service.ListExecutions(new ListRequest(machine)).Executions);
        Assert.Equal(arn, local.Service.StartExecution(new StartExecutionRequest(machine, "x", "3")).ExecutionArn);
        Assert.Equal("3", local.Service.ViewOf(arn).Output);
        for (var count = 0; count < 2; count++)
        {
            local.Service.StartExecution(new StartExecutionRequest(machine));
        }

        Assert.Equal("3", local.Service.ViewOf(arn).Output);
        Assert.Equal(3, local.Service.ListExecutions(new ListRequest(machine)).Executions.Count);
        local.Service.StartExecution(new StartExecutionRequest(machine));
        Assert.DoesNotContain(local.Service.ViewAll(), view => view.ExecutionArn == arn);
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
