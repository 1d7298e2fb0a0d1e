using System.Text;
using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.Service;
using Cxf.StatesLanguage.Tasks;

namespace Cxf.StatesLanguage.Tests.Service;

public sealed class RedriveTests
{
    private const string Task = "\"Type\":\"Task\",\"Resource\":\"arn:aws:lambda:us-east-1:111111111111:function:f\"";

    [Fact]
    public void A_redriven_execution_continues_at_the_state_that_failed()
    {
        var calls = new Calls(failing: "b");
        using var local = calls.Service();
        var arn = calls.Run(
            local,
            $$$$"""
            {"A":{ {{{{Task}}}},"Arguments":"{% 'a' %}","Next":"B"},"B":{ {{{{Task}}}},"Arguments":"{% 'b' %}","End":true} }
            """,
            "A"
        );
        Assert.Equal("REDRIVABLE", local.Service.DescribeExecution(new ExecutionRequest(arn)).RedriveStatus);

        calls.Failing = null;
        local.Service.RedriveExecution(new RedriveExecutionRequest(arn));

        Assert.Equal(["a", "b", "b"], calls.Made);
        var described = local.Service.DescribeExecution(new ExecutionRequest(arn));
        Assert.Equal(("SUCCEEDED", 1, "NOT_REDRIVABLE"), (described.Status, described.RedriveCount, described.RedriveStatus));
        Assert.Equal(
            ["ExecutionFailed", "ExecutionRedriven", "LambdaFunctionScheduled"],
            local.Events(local.Service.ViewOf(arn)).SkipWhile(static type => type != "ExecutionFailed").Take(3)
        );
    }

    [Fact]
    public void Only_the_branches_that_did_not_succeed_run_again()
    {
        var calls = new Calls(failing: "b");
        using var local = calls.Service();
        var arn = calls.Run(
            local,
            $$$$"""
            {"P":{"Type":"Parallel","End":true,"Branches":[
              {"StartAt":"A","States":{"A":{ {{{{Task}}}},"Arguments":"{% 'a' %}","End":true} }},
              {"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":1,"Next":"B"},"B":{ {{{{Task}}}},"Arguments":"{% 'b' %}",
               "End":true} }}]}}
            """,
            "P"
        );

        calls.Failing = null;
        local.Service.RedriveExecution(new RedriveExecutionRequest(arn));
        local.RunClock();

        Assert.Equal(["a", "b", "b"], calls.Made);
        Assert.Equal("""["a","b"]""", local.Service.ViewOf(arn).Output);
    }

    [Theory]
    [InlineData("INLINE", "")]
    [InlineData("DISTRIBUTED", ",\"ExecutionType\":\"STANDARD\"")]
    public void Only_the_iterations_that_did_not_succeed_run_again(string mode, string more)
    {
        var calls = new Calls(failing: "2");
        using var local = calls.Service();
        var arn = calls.Run(
            local,
            $$$$"""
            {"M":{"Type":"Map","Items":["1","2","3"],"MaxConcurrency":1,"End":true,"ItemProcessor":{
              "ProcessorConfig":{"Mode":"{{{{mode}}}}"{{{{more}}}}},
              "StartAt":"A","States":{"A":{ {{{{Task}}}},"End":true} } } } }
            """,
            "M"
        );

        calls.Failing = null;
        local.Service.RedriveExecution(new RedriveExecutionRequest(arn));

        Assert.Equal(["1", "2", "2", "3"], calls.Made);
        Assert.Equal("""["1","2","3"]""", local.Service.ViewOf(arn).Output);
        Assert.Equal(mode == "DISTRIBUTED", local.Events(local.Service.ViewOf(arn)).Contains("MapRunRedriven"));
    }

    [Fact]
    public void Variables_that_were_set_before_the_failure_are_kept()
    {
        var calls = new Calls(failing: "kept");
        using var local = calls.Service();
        var arn = calls.Run(
            local,
            $$$$"""
            {"A":{"Type":"Pass","Assign":{"v":"kept"},"Next":"B"},"B":{ {{{{Task}}}},"Arguments":"{% $v %}","End":true} }
            """,
            "A"
        );

        calls.Failing = null;
        local.Service.RedriveExecution(new RedriveExecutionRequest(arn));

        Assert.Equal("\"kept\"", local.Service.ViewOf(arn).Output);
    }

    [Fact]
    public void A_stopped_execution_can_be_redriven()
    {
        using var local = new LocalService();
        var machine = local.Machine("W", """{"W":{"Type":"Wait","Seconds":10,"End":true}}""");
        var arn = local.Service.StartExecution(new StartExecutionRequest(machine)).ExecutionArn;
        local.Service.StopExecution(new StopExecutionRequest(arn));

        local.Service.RedriveExecution(new RedriveExecutionRequest(arn));
        Assert.Equal(ExecutionStatus.Running, local.Service.ViewOf(arn).Status);
        local.RunClock();

        Assert.Equal(ExecutionStatus.Succeeded, local.Service.ViewOf(arn).Status);
    }

    [Fact]
    public void An_execution_that_runs_or_succeeded_or_ended_long_ago_cannot_be_redriven()
    {
        using var local = new LocalService();
        var machine = local.Machine("W", """{"W":{"Type":"Wait","Seconds":10,"End":true}}""");
        var arn = local.Service.StartExecution(new StartExecutionRequest(machine)).ExecutionArn;
        Assert.Equal("Execution is RUNNING and cannot be redriven", Refusal(local, arn));
        local.Service.StopExecution(new StopExecutionRequest(arn));
        local.Time.Advance(TimeSpan.FromDays(14) + TimeSpan.FromSeconds(1));
        Assert.Equal("Execution redrivable period exceeded", Refusal(local, arn));

        var succeeded = local.Run(machine).ExecutionArn;

        Assert.Equal("Execution is SUCCEEDED and cannot be redriven", Refusal(local, succeeded));
    }

    [Fact]
    public void Redriven_executions_can_be_listed_apart()
    {
        using var local = new LocalService();
        var machine = local.Machine("F", """{"F":{"Type":"Fail"}}""");
        var arn = local.Run(machine).ExecutionArn;
        var other = local.Run(machine).ExecutionArn;
        local.Service.RedriveExecution(new RedriveExecutionRequest(arn, "token"));
        local.Service.RedriveExecution(new RedriveExecutionRequest(arn, "token"));

        Assert.Equal([arn], Listed("REDRIVEN"));
        Assert.Equal([other], Listed("NOT_REDRIVEN"));
        Assert.Equal(1, local.Service.DescribeExecution(new ExecutionRequest(arn)).RedriveCount);

        IEnumerable<string> Listed(string filter) =>
            local
                .Service.ListExecutions(new ListRequest(machine, RedriveFilter: filter))
                .Executions.Select(static entry => entry.ExecutionArn);
    }

    private static string Refusal(LocalService local, string arn)
    {
        var refusal = Assert.Throws<StepFunctionsException>(() =>
            local.Service.RedriveExecution(new RedriveExecutionRequest(arn))
        );
        Assert.Equal("ExecutionNotRedrivable", refusal.Code);
        return refusal.Message.Split('\'')[1];
    }

    /// <summary>A function that returns its input, notes it, and fails for one input.</summary>
    private sealed class Calls(string? failing)
    {
        public string? Failing { get; set; } = failing;

        public List<string> Made { get; } = [];

        public LocalService Service() =>
            new(
                new StepFunctionsOptions
                {
                    Lambda = new LambdaFunction(
                        (input, _) =>
                        {
                            Made.Add(input.GetString()!);
                            return ValueTask.FromResult(
                                input.GetString() == Failing
                                    ? LambdaFunction.Failure("Broken")
                                    : new LambdaResult(Encoding.UTF8.GetBytes(input.GetRawText()), false, "1")
                            );
                        }
                    ),
                }
            );

        public string Run(LocalService local, string states, string startAt)
        {
            var view = local.Run(local.Machine(startAt, states));
            Assert.Equal(ExecutionStatus.Failed, view.Status);
            return view.ExecutionArn;
        }
    }
}
